package import Localization

/// Checks that the message catalogues can be used, and that the languages of the configuration have one.
package struct LanguageCheck: Check {
    static let name = "languages"

    let languages: Languages
    /// The languages that the configuration names.
    let wanted: Set<LanguageTag>

    package init(languages: Languages, wanted: Set<LanguageTag>) {
        self.languages = languages
        self.wanted = wanted
    }

    package func findings() async -> [Finding] {
        var findings = languages.faults.map { fault in
            Finding.warning(
                Self.name,
                fault.asMessage,
                remedy: Message("mend it, then restart outguided; until then this language is shown in English")
            )
        }
        let available = languages.available
        let lacking = wanted.filter { tag in !tag.fallbacks.contains(where: available.contains) }
        findings += lacking.map(\.description).sorted().map { tag in
            .warning(
                Self.name,
                Message("the configuration names the language \(tag, "language"), which has no message catalogue"),
                remedy: Message("install its catalogue, then restart outguided; until then its texts are in English")
            )
        }
        guard findings.isEmpty else { return findings }
        let names = languages.catalogues.keys.map(\.description).sorted()
        guard !names.isEmpty else { return [] }
        return [
            .ok(Self.name, Message("there are message catalogues for \(.all(names.map { .text($0) }), "languages")"))
        ]
    }
}

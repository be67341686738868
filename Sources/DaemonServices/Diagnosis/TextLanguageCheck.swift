import Glibc
package import ImageDecoding
package import Intake
import Localization

/// Checks that the languages for text recognition are installed.
package struct TextLanguageCheck: Check {
    static let name = "text-languages"

    let languages: [TextLanguage]
    let book: TextLanguages

    package init(languages: [TextLanguage], book: TextLanguages) {
        self.languages = languages
        self.book = book
    }

    package func findings() async -> [Finding] {
        guard !languages.isEmpty else { return [] }
        let tried = book.states
        let directories = book.directories
        let bad = languages.compactMap { language -> (language: TextLanguage, state: TextLanguages.State)? in
            let isThere = directories.contains { access("\($0)/\(language).traineddata", R_OK) == 0 }
            // A table that has not been tested, for example because no daemon is running, is assumed to be usable if
            // it exists.
            let state = isThere ? tried[language] ?? .usable : .missing
            return state == .usable || state == .missing && isThere ? nil : (language, state)
        }
        let good = languages.filter { language in !bad.contains { $0.language == language } }
        let able = good.isEmpty ? nil : Message("\(Self.list(good), "languages") can be recognised")
        guard !bad.isEmpty else {
            return [.ok(Self.name, Message("\(Self.list(languages), "languages") can be recognised"))]
        }
        let message = TextLanguages.message(bad, and: able)
        return [.failed(Self.name, message, remedy: Message(verbatim: TextLanguages.remedy(bad)))]
    }

    private static func list(_ languages: [TextLanguage]) -> String {
        languages.map(\.text).joined(separator: ", ")
    }
}

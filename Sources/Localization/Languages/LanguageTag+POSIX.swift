extension LanguageTag {
    /// Parses the name of a POSIX locale, `language[_territory][.codeset][@modifier]`; nil for anything else.
    ///
    /// `C` and `POSIX` are ``plain``. The codeset is ignored, because text is always UTF-8. Of the modifiers of glibc,
    /// those that name a script or a variant are used; others, such as `euro`, are ignored.
    public init?(posix name: String) {
        guard name.utf8.count <= Self.longest else { return nil }
        let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        guard let locale = parts.first?.prefix(while: { $0 != "." }) else { return nil }
        if locale == "C" || locale == "POSIX" {
            self = .plain
            return
        }
        // A hyphen does not occur in names of POSIX locales, but people write it.
        let subtags = String(locale.map { $0 == "_" ? "-" : $0 })
        guard let tag = LanguageTag(subtags) else { return nil }
        let modifier = parts.count > 1 ? String(parts[1]) : ""
        self.init(
            language: tag.language,
            script: tag.script ?? Self.scripts[modifier],
            territory: tag.territory,
            variants: modifier == "valencia" ? ["valencia"] : tag.variants
        )
    }

    /// The locale of a category, such as `LC_TIME`: the first of `LC_ALL`, the category and `LANG` that is set.
    ///
    /// Nil if none is set, or if the value names no locale.
    ///
    /// - Parameter variable: returns the value of a variable; nil if it is not set.
    public init?(category: String, in variable: (String) -> String?) {
        let name = ["LC_ALL", category, "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
        guard let name, let tag = LanguageTag(posix: name) else { return nil }
        self = tag
    }

    /// Scripts by the modifiers of glibc's locales.
    private static let scripts = ["latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva", "iqtelif": "Latn"]
}

public import Vocabulary

/// The languages that can be shown: English, and those with a catalogue.
public struct Languages: Sendable {
    /// The catalogues by language.
    public let catalogues: [LanguageTag: Catalogue]
    /// The catalogues that cannot be used, with their files; messages in those languages are shown in English.
    public let faults: [CatalogueError]

    /// English alone.
    public static let english = Languages(catalogues: [:], faults: [])

    public init(catalogues: [LanguageTag: Catalogue], faults: [CatalogueError]) {
        self.catalogues = catalogues
        self.faults = faults
    }

    /// The languages that a reader can choose; the pseudo-locale is one of them.
    public var available: Set<LanguageTag> { Set(catalogues.keys).union([.english, .pseudo]) }

    /// Returns the language that suits the reader best; English if none does.
    ///
    /// - Parameters:
    ///   - standard: the language if the reader prefers none of those available.
    ///   - clock: the clock of the site.
    public func localizer(
        for preferences: LanguagePreferences,
        otherwise standard: LanguageTag = .english,
        clock: LocalClock
    ) -> Localizer {
        let choice = preferences.choice(of: available, otherwise: standard)
        if choice.catalogue == .pseudo {
            return Localizer(.pseudo, format: LocaleFormat(choice.locale), clock: clock)
        }
        if let catalogue = choice.catalogue.fallbacks.lazy.compactMap({ catalogues[$0] }).first {
            let format = LocaleFormat(choice.locale, catalogue: catalogue)
            return Localizer(.catalogue(catalogue), format: format, clock: clock)
        }
        // Formats follow the text: if the site's German catalogue is missing, text and dates are English.
        let isEnglish = choice.locale.language == LanguageTag.english.language
        let english = LanguageTag(language: LanguageTag.english.language, territory: choice.locale.territory)
        return .english(isEnglish ? choice.locale : english, clock: clock)
    }
}

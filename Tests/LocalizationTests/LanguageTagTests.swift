import Testing

@testable import Localization

@Suite struct LanguageTagTests {
    @Test(arguments: [
        ("de", "de"), ("DE-at", "de-AT"), ("zh-hant-tw", "zh-Hant-TW"), ("ca-Valencia", "ca-valencia"),
        ("es-419", "es-419"), ("de-DE-1996", "de-DE-1996"), ("de-DE-u-co-phonebk", "de-DE"), ("zh-yue-HK", "zh-HK"),
        ("en-x-pig", "en"), ("sl-rozaj-biske", "sl-rozaj-biske"),
    ])
    func areParsed(text: String, tag: String) { #expect(LanguageTag(text)?.description == tag) }

    @Test(arguments: [
        "", "d", "d-AT", "de_AT", "de-", "-de", "de--AT", "123", "de-ATTTTTTTT", "de-A!", "dé", "de AT", "i-klingon",
        "*",
        "de-AT-DE", "de-\u{301}AT", String(repeating: "aa-", count: 400) + "aa",
    ])
    func otherTextsAreRefused(text: String) { #expect(LanguageTag(text) == nil) }

    @Test(arguments: [
        ("de_AT.UTF-8@euro", "de-AT"), ("de", "de"), ("C", "en-posix"), ("POSIX", "en-posix"), ("C.UTF-8", "en-posix"),
        ("en_US.UTF-8", "en-US"), ("sr_RS@latin", "sr-Latn-RS"), ("ca_ES@valencia", "ca-ES-valencia"),
        ("uz_UZ@cyrillic", "uz-Cyrl-UZ"), ("de-DE", "de-DE"),
    ])
    func localesOfPOSIXAreParsed(name: String, tag: String) { #expect(LanguageTag(posix: name)?.description == tag) }

    @Test(arguments: ["", ".UTF-8", "@euro", "../../etc", "de_AT/x", "d", String(repeating: "d", count: 65)])
    func otherNamesAreNoLocale(name: String) { #expect(LanguageTag(posix: name) == nil) }

    @Test func becomeMoreGeneral() {
        #expect(LanguageTag("zh-Hant-TW")?.fallbacks.map(\.description) == ["zh-Hant-TW", "zh-Hant", "zh"])
        #expect(LanguageTag("de-DE-1996")?.fallbacks.map(\.description) == ["de-DE-1996", "de-DE", "de"])
        #expect(LanguageTag("de")?.fallbacks.map(\.description) == ["de"])
    }
}

@Suite struct LanguagePreferencesTests {
    private static let available: Set<LanguageTag> = Set(
        ["de", "en", "es", "fr", "zh-Hant"].compactMap { LanguageTag($0) }
    )

    @Test(arguments: [
        ("de", "de", "de"), ("de-AT, en;q=0.5", "de", "de-AT"), ("en;q=0.5, fr;q=0.8", "fr", "fr"),
        ("da, en-GB;q=0.8, en;q=0.7", "en", "en-GB"), ("pl", "en", "en"), ("pl-PL", "en", "en-PL"),
        ("", "en", "en"), ("*", "en", "en"), ("*;q=0.5, es;q=0.1", "en", "en"), ("es;q=0.1, *;q=0.05", "es", "es"),
        ("de;q=0, fr;q=0.1", "fr", "fr"), ("zh-Hant-TW", "zh-Hant", "zh-Hant-TW"), ("zh-TW", "en", "en-TW"),
        ("DE ; Q=0.5 ,\tFR;q=0.501", "fr", "fr"), ("de;q=1.000", "de", "de"), ("de;q=1.001, fr;q=0.2", "fr", "fr"),
        ("de;q=0.1234, fr;q=0.1", "fr", "fr"), ("de;q=, es", "es", "es"), ("de;level=1, es", "es", "es"),
        (",,; ;,de;q=1;q=1,es", "es", "es"), ("de;q=.5, es", "es", "es"), ("de;q=0.", "en", "en"),
    ])
    func headersAreNegotiated(header: String, catalogue: String, locale: String) {
        let choice = LanguagePreferences(acceptLanguage: header).choice(of: Self.available)
        #expect(choice.catalogue.description == catalogue)
        #expect(choice.locale.description == locale)
    }

    @Test func longHeadersAreBounded() {
        let long = String(repeating: "fr;q=0.1,", count: 200)
        #expect(LanguagePreferences(acceptLanguage: long).tags.isEmpty)
        let many = (0..<200).map { _ in "fr" }.joined(separator: ",")
        #expect(LanguagePreferences(acceptLanguage: many).tags.count == LanguagePreferences.mostRanges)
        #expect(LanguagePreferences(acceptLanguage: String(repeating: ",", count: 1_000)).tags.isEmpty)
    }

    @Test(
        arguments: [
            (["LANG": "de_DE.UTF-8"], ["de-DE"]), (["LC_ALL": "fr_FR", "LANG": "de_DE"], ["fr-FR"]),
            (["LC_MESSAGES": "es_ES", "LANG": "de_DE"], ["es-ES"]), (["LC_ALL": "", "LANG": "de_DE"], ["de-DE"]),
            (["LANGUAGE": "fr:es_MX", "LANG": "de_DE"], ["fr", "es-MX", "de-DE"]),
            (["LANGUAGE": "de:en", "LANG": "de_CH.UTF-8"], ["de-CH", "en", "de-CH"]),
            (["LANGUAGE": "fr", "LANG": "C"], ["en-posix"]), (["LANGUAGE": "fr"], []), ([:], []),
            (["LC_ALL": "nonsense/../x"], []), (["LC_TIME": "de_DE"], []),
        ] as [([String: String], [String])]
    )
    func variablesAreRead(variables: [String: String], tags: [String]) {
        #expect(LanguagePreferences { variables[$0] }.tags.map(\.description) == tags)
    }

    @Test(
        arguments: [
            ([], nil), (["en-GB"], nil), (["en", "de"], nil), (["de-AT"], "de-AT"),
            (["fr", "es-MX", "de-DE"], "fr, es-MX;q=0.9, de-DE;q=0.8"),
        ] as [([String], String?)]
    )
    func requestsNameLanguagesOtherThanEnglish(tags: [String], header: String?) {
        let preferences = LanguagePreferences(tags.compactMap { LanguageTag($0) })
        #expect(preferences.acceptLanguage == header)
        if let header { #expect(LanguagePreferences(acceptLanguage: header) == preferences) }
    }
}

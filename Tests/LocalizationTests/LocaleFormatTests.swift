import Testing
import Vocabulary

@testable import Localization

@Suite struct LocaleFormatTests {
    private static func format(_ tag: String) throws -> LocaleFormat { LocaleFormat(try #require(LanguageTag(tag))) }

    private static func plain(_ text: String) -> String {
        text.replacing("\u{202f}", with: "_").replacing("\u{a0}", with: "~")
    }

    @Test(arguments: [
        ("en", "999", "1,234", "-1,234,567", "1,234.50"), ("en-US", "999", "1,234", "-1,234,567", "1,234.50"),
        ("de", "999", "1.234", "-1.234.567", "1.234,50"), ("de-AT", "999", "1~234", "-1~234~567", "1~234,50"),
        ("de-CH", "999", "1’234", "-1’234’567", "1’234.50"), ("fr", "999", "1_234", "-1_234_567", "1_234,50"),
        ("es", "999", "1234", "-1.234.567", "1234,50"), ("es-MX", "999", "1,234", "-1,234,567", "1,234.50"),
        ("en-posix", "999", "1234", "-1234567", "1234.50"), ("pl", "999", "1234", "-1234567", "1234.50"),
    ])
    func numbers(tag: String, small: String, thousand: String, million: String, decimal: String) throws {
        let format = try Self.format(tag)
        #expect(format.number(999) == small)
        #expect(Self.plain(format.number(1_234)) == thousand)
        #expect(Self.plain(format.number(-1_234_567)) == million)
        #expect(Self.plain(format.decimal(123_450, places: 2)) == decimal)
        #expect(Self.plain(format.number(.min)).hasPrefix("-"))
        #expect(format.decimal(5, places: 2).hasPrefix("0") && format.decimal(-5, places: 0) == "-5")
    }

    @Test(arguments: [
        ("en", "7 Mar 2026, 14:05", "7 March 2026", "00:05:09"),
        ("en-US", "Mar 7, 2026, 2:05 PM", "March 7, 2026", "12:05:09 AM"),
        ("en-GB", "7 Mar 2026, 14:05", "7 March 2026", "00:05:09"),
        ("de", "07.03.2026, 14:05", "7. März 2026", "00:05:09"),
        ("fr", "7 mars 2026, 14:05", "7 mars 2026", "00:05:09"),
        ("es", "7 mar 2026, 14:05", "7 de marzo de 2026", "0:05:09"),
        ("es-US", "7 mar 2026, 2:05 p.~m.", "7 de marzo de 2026", "12:05:09 a.~m."),
        ("en-posix", "2026-03-07 14:05", "2026-03-07", "00:05:09"),
    ])
    func datesAndTimes(tag: String, text: String, long: String, night: String) throws {
        let format = try Self.format(tag)
        let clock = try TimeZoneDirectory.standard.clock(of: "America/Chicago")
        let instant = try #require(Timestamp(rfc3339: "2026-03-07T20:05:09.5Z"))
        #expect(Self.plain(format.text(of: instant, by: clock)) == text)
        #expect(format.longText(of: clock.day(of: instant)) == long)
        let midnight = try #require(Timestamp(rfc3339: "2026-03-07T06:05:09Z"))
        #expect(Self.plain(format.time(of: midnight, by: clock, hasSeconds: true)) == night)
    }

    /// The zone stands behind a time that could be misread.
    @Test func timesThatComeTwiceAreNamed() throws {
        let format = try Self.format("de")
        let clock = try TimeZoneDirectory.standard.clock(of: "Europe/Berlin")
        let times = ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z"]
        let shown = times.compactMap { Timestamp(rfc3339: $0) }.map { format.time(of: $0, by: clock) }
        #expect(shown == ["02:30 CEST", "02:30 CET", "03:30"])
        #expect(format.time(of: Timestamp(clamping: 0), by: .utc) == "00:00 UTC")
    }

    @Test(arguments: [
        ("en", "a, b and c", "a or b"), ("en-US", "a, b, and c", "a or b"), ("de", "a, b und c", "a oder b"),
        ("fr", "a, b et c", "a ou b"), ("es", "a, b y c", "a o b"),
    ])
    func lists(tag: String, three: String, two: String) throws {
        let format = try Self.format(tag)
        #expect(format.list(["a", "b", "c"]) == three)
        #expect(format.list(["a", "b"], .or) == two)
        #expect(format.list(["a"]) == "a" && format.list([]).isEmpty)
    }

    @Test(arguments: [
        ("hijo", "padre e hijo", "padre o hijo"), ("hotel", "padre y hotel", "padre u hotel"),
        ("hielo", "padre y hielo", "padre o hielo"),
        ("iglesia", "padre e iglesia", "padre o iglesia"), ("otro", "padre y otro", "padre u otro"),
    ])
    func spanishWordsChangeBeforeTheirSound(last: String, and: String, or: String) throws {
        let format = try Self.format("es")
        #expect(format.list(["padre", last]) == and)
        #expect(format.list(["padre", last], .or) == or)
    }

    @Test(arguments: [
        ("en-US", LocaleFormat.Paper.letter), ("es-MX", .letter), ("fr-CA", .letter), ("en", .a4), ("en-GB", .a4),
        ("de", .a4), ("es-AR", .a4), ("en-posix", .a4),
    ])
    func paper(tag: String, paper: LocaleFormat.Paper) throws { #expect(try Self.format(tag).paper == paper) }

    /// A language outside the table needs its catalogue alone.
    @Test func aFifthLanguageBringsItsFormats() throws {
        let catalogue = try CatalogueBytes.catalogue([
            ("decimal separator\u{4}.", ","), ("grouping separator\u{4},", "\u{a0}"), ("digit zero\u{4}0", "٠"),
            ("CLDR pattern of a date\u{4}d MMM y", "d MMM y"), ("last word of a list\u{4}and", "i"),
            (
                "short months\u{4}Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
                "sty lut mar kwi maj cze lip sie wrz paź lis gru"
            ),
            ("CLDR pattern of a time\u{4}HH:mm", String(repeating: "H", count: 400)),
        ])
        let format = LocaleFormat(LanguageTag(language: "pl"), catalogue: catalogue)
        #expect(Self.plain(format.decimal(12_345, places: 1)) == "١~٢٣٤,٥")
        #expect(format.text(of: CalendarDay(year: 2026, month: 10, day: 7)) == "٧ paź ٢٠٢٦")
        #expect(format.list(["a", "b"]) == "a i b")
        #expect(format.row.time == "HH:mm")
    }
}

import Testing
import Vocabulary

@testable import Localization

@Suite struct MessageTests {
    private static let german: [(String, String)] = [
        ("{item} is at {place}", "Bei {place} ist {item}"), ("{a} and {b}", "nur {a}"),
        ("{a} or {b}", "{a}, {b} und {c}"),
        ("{x} only", "nur {x"), ("{count} page\0{count} pages", "eine Seite\0{count} Seiten"),
        ("{count} box in {place}\0{count} boxes in {place}", "eine Kiste\0{count} Kisten in {place}"),
        ("folder", "Akte"), ("{kind} {barcode}", "{kind} {barcode}"), ("today {time}", "heute {time}"),
        ("{count} week late\0{count} weeks late", "{count} Woche überfällig\0{count} Wochen überfällig"),
        ("yesterday", "gestern"),
    ]

    private static let now = Timestamp(rfc3339: "2026-12-01T12:00:00Z") ?? .latest

    private static func localizer() throws -> Localizer {
        let clock = try TimeZoneDirectory.standard.clock(of: "Europe/Berlin")
        let format = LocaleFormat(LanguageTag(language: "de"))
        return Localizer(.catalogue(try CatalogueBytes.catalogue(german)), format: format, clock: clock)
    }

    private static func text(_ message: Message) throws -> String { try localizer().text(of: message, now: now) }

    @Test func translationsReorderTheirArguments() throws {
        let message = Message("{item} is at {place}", ["item": .barcode("BX1"), "place": .text("Regal 3")])
        #expect(try Self.text(message) == "Bei Regal 3 ist BX1")
        #expect(Localizer.english().text(of: message, now: Self.now) == "BX1 is at Regal 3")
    }

    @Test func otherPlaceholdersGiveTheEnglishText() throws {
        let two: [String: MessageArgument] = ["a": .text("1"), "b": .text("2")]
        #expect(try Self.text(Message("{a} and {b}", two)) == "1 and 2")
        #expect(try Self.text(Message("{a} or {b}", two)) == "1 or 2")
        #expect(try Self.text(Message("{x} only", ["x": .text("1")])) == "1 only")
        let unusable = try CatalogueBytes.catalogue(Self.german).unusable.map(\.text)
        #expect(Set(unusable) == ["{a} and {b}", "{a} or {b}", "{x} only", "{count} box in {place}"])
    }

    @Test func pluralsMayLeaveOutTheCountAlone() throws {
        #expect(try Self.text(Message("{count} page", plural: "{count} pages", count: 1)) == "eine Seite")
        #expect(try Self.text(Message("{count} page", plural: "{count} pages", count: 12_000)) == "12.000 Seiten")
        let boxes = Message(
            "{count} box in {place}",
            plural: "{count} boxes in {place}",
            count: 1,
            ["place": .text("A")]
        )
        #expect(try Self.text(boxes) == "1 box in A")
        let english = Localizer.english()
        let texts = [0, 1, 2, -1].map {
            english.text(of: Message("{count} page", plural: "{count} pages", count: $0), now: Self.now)
        }
        #expect(texts == ["0 pages", "1 page", "2 pages", "-1 page"])
    }

    @Test func argumentsAreFormattedByTheLocale() throws {
        func text(_ argument: MessageArgument) throws -> String { try Self.text(Message("{x}", ["x": argument])) }
        let instant = try #require(Timestamp(rfc3339: "2026-12-01T13:05:09Z"))
        #expect(try text(.count(1_234_567)) == "1.234.567")
        #expect(try text(.number(50_712)) == "50712")
        #expect(try text(.decimal(scaled: 123_450, places: 2)) == "1.234,50")
        #expect(try text(.instant(instant)) == "01.12.2026, 14:05")
        #expect(try text(.second(instant)) == "01.12.2026, 14:05:09")
        #expect(try text(.time(instant)) == "14:05")
        #expect(try text(.recent(instant)) == "heute 14:05")
        #expect(try text(.day(CalendarDay(year: 2026, month: 3, day: 7))) == "07.03.2026")
        #expect(try text(.all([.text("a"), .text("b"), .count(1_000)])) == "a, b und 1.000")
        #expect(try text(.any([.text("a"), .text("b")])) == "a oder b")
        #expect(try text(.message(Message("folder"))) == "Akte")
        #expect(try text(.series([.message(Message("folder")), .count(1_000)], separator: "; ")) == "Akte; 1.000")
    }

    @Test func errorsAreInsertedByTheirMessages() throws {
        struct Named: Error, MessageConvertible { let message = Message("folder") }
        struct Plain: Error, CustomStringConvertible { let description = "out of paper" }
        #expect(try Self.text(Message("\((Named() as any Error).asMessage, "reason") here")) == "Akte here")
        #expect(try Self.text(Message("\((Plain() as any Error).asMessage, "reason") here")) == "out of paper here")
        #expect(Message.system(2).english == "No such file or directory")
    }

    /// The locale of programs is stated as the language of its text.
    @Test func aLocalizerStatesItsLanguage() throws {
        #expect(try Self.localizer().language.description == "de")
        #expect(Localizer.english(.plain).language == .english)
    }

    @Test func aMissingArgumentAndEndlessNestingDoNoHarm() throws {
        #expect(try Self.text(Message("{x} is missing")) == "{x} is missing")
        #expect(try Self.text(Message("{ alone")) == "{ alone")
        #expect(try Self.text(Message("{{x}}")) == "{x}")
        var message = Message("end")
        for _ in 0..<100 { message = Message("{x}", ["x": .message(message)]) }
        #expect(try Self.text(message) == "{x}")
    }

    @Test func patternsAreBounded() {
        #expect(MessagePattern(String(repeating: "{a}", count: 32)) != nil)
        #expect(MessagePattern(String(repeating: "{a}", count: 33)) == nil)
        #expect(MessagePattern("{\(String(repeating: "a", count: 32))}") != nil)
        #expect(MessagePattern("{\(String(repeating: "a", count: 33))}") == nil)
        for text in ["{", "}", "{}", "{1}", "{a b}", "{ä}", "a}b", "{{{", "{a"] { #expect(MessagePattern(text) == nil) }
    }

    @Test(
        arguments: [
            ("2026-12-01T12:00:00Z", nil), ("2026-12-02T12:00:00Z", nil),
            ("2026-12-01T11:59:00Z", "less than an hour late"),
            ("2026-12-01T06:00:00Z", "6 hours late"), ("2026-11-30T22:59:59Z", "1 day late"),
            ("2026-11-18T12:00:00Z", "13 days late"), ("2026-11-17T12:00:00Z", "2 weeks late"),
            ("2026-11-09T12:00:00Z", "3 weeks late"),
        ] as [(String, String?)]
    )
    func latenessIsCountedInDaysOfTheSite(due: String, text: String?) throws {
        let due = try #require(Timestamp(rfc3339: due))
        let clock = try TimeZoneDirectory.standard.clock(of: "Europe/Berlin")
        let message = Message.lateness(due: due, now: Self.now, by: clock)
        #expect(message.map { Localizer.english().text(of: $0, now: Self.now) } == text)
    }

    @Test func daysHaveWords() {
        let today = CalendarDay(year: 2026, month: 12, day: 1)
        func text(_ offset: Int) -> String {
            let day = CalendarDay(daysSince1970: today.daysSince1970 + offset)
            return Localizer.english().text(of: .distance(to: day, today: today), now: Self.now)
        }
        #expect(
            [0, 1, -1, 2, -13, 14, -21].map(text) == [
                "today", "tomorrow", "yesterday", "in 2 days", "13 days ago", "in 2 weeks", "3 weeks ago",
            ]
        )
    }

    @Test func thePseudoLocaleKeepsPlaceholders() throws {
        let english = "{count} boxes are at {place}; {{sic}}"
        let pseudo = PseudoText.text(of: english)
        #expect(pseudo != english)
        #expect(pseudo.count >= english.count * 7 / 5 - 8)
        #expect(pseudo.hasPrefix("\u{200f}") && pseudo.hasSuffix("\u{200f}"))
        #expect(MessagePattern(pseudo)?.names == ["count", "place"])
        let localizer = Languages.english.localizer(for: LanguagePreferences([.pseudo]), clock: .utc)
        let shown = localizer.text(of: Message("{place} is full", ["place": .text("Shelf 3")]), now: Self.now)
        #expect(shown.contains("\u{2068}Shelf 3\u{2069}"))
        #expect(shown.contains("ïš") || shown.contains("îš"))
    }

    /// A fault beyond the counts that are tried at the beginning gives the English text.
    @Test func aLateFaultShowsEnglish() throws {
        let catalogue = try CatalogueBytes.catalogue(
            [("{count} box\0{count} boxes", "{count} Kiste\0{count} Kisten")],
            plural: "nplurals=2; plural=n < 500 ? n != 1 : 7;"
        )
        let localizer = Localizer(.catalogue(catalogue), format: LocaleFormat(.english), clock: .utc)
        func text(_ count: Int) -> String {
            localizer.text(of: Message("{count} box", plural: "{count} boxes", count: count), now: .latest)
        }
        #expect(text(12) == "12 Kisten")
        #expect(text(500) == "500 boxes")
    }
}

import Localization
import Testing
import Vocabulary

@testable import CivilTime

/// What people type, on Tuesday, 1 December 2026, shortly after noon in Berlin.
@Suite struct CivilTimeTests {
    private static let now = Timestamp(rfc3339: "2026-12-01T11:30:00Z") ?? .latest

    private static func parse(_ text: String, _ locale: String) throws -> CivilTime {
        try CivilTime(text, in: try #require(LanguageTag(locale)))
    }

    /// Returns the day, the minute or the instant that is meant.
    private static func meaning(_ text: String, _ locale: String) throws -> String {
        let clock = try TimeZoneDirectory.standard.clock(of: "Europe/Berlin")
        let parsed = try parse(text, locale)
        let moment = try parsed.moment(by: clock, now: now)
        // What the command line sends means the same to the daemon.
        let again = try CivilTime(parsed.description, in: .plain)
        #expect(try again.moment(by: clock, now: now) == moment, "\(parsed.description)")
        switch moment.precision {
        case .day: return clock.day(of: moment.first).description
        case .minute: return clock.text(of: moment.first)
        case .second: return String(moment.first.rfc3339.prefix(19)) + "Z"
        }
    }

    @Test(arguments: [
        ("today", "2026-12-01"), ("yesterday", "2026-11-30"), ("Tomorrow", "2026-12-02"),
        ("the day before yesterday", "2026-11-29"), ("day after tomorrow", "2026-12-03"),
        ("last tuesday", "2026-11-24"), ("next tuesday", "2026-12-08"), ("last mon", "2026-11-30"),
        ("next monday", "2026-12-07"), ("last Sunday", "2026-11-29"), ("next sunday", "2026-12-06"),
        ("in 3 weeks", "2026-12-22"), ("3 days ago", "2026-11-28"), ("in 1 day", "2026-12-02"),
        ("in 2 months", "2027-02-01"), ("1 year ago", "2025-12-01"), ("in 0 days", "2026-12-01"),
        ("2026-11-24", "2026-11-24"), ("2026-1-5", "2026-01-05"), ("2026/11/24", "2026-11-24"),
        ("24.11.2026", "2026-11-24"), ("4.5.2026", "2026-05-04"), ("24. 11. 2026", "2026-11-24"),
        ("24/11/2026", "2026-11-24"), ("11/24/2026", "2026-11-24"), ("5/5/2026", "2026-05-05"),
        ("24 Nov 2026", "2026-11-24"), ("Nov 24, 2026", "2026-11-24"), ("24th of November 2026", "2026-11-24"),
        ("Tuesday, 24 November 2026", "2026-11-24"), ("2026-11-24 09:00", "2026-11-24 09:00"),
        ("2026-11-24T09:00", "2026-11-24 09:00"), ("2026-11-24 9:00", "2026-11-24 09:00"),
        ("2026-11-24 09:00 UTC", "2026-11-24 10:00"), ("2026-11-24T09:00Z", "2026-11-24 10:00"),
        ("2026-11-24 09:00 +01:00", "2026-11-24 09:00"), ("2026-11-24 09:00 +0530", "2026-11-24 04:30"),
        ("2026-11-24 09:00-05:00", "2026-11-24 15:00"), ("2026-11-24 09:00 GMT+2", "2026-11-24 08:00"),
        ("2026-11-24 09:00 CET", "2026-11-24 09:00"), ("yesterday 14:05", "2026-11-30 14:05"),
        ("yesterday at 2:05 pm", "2026-11-30 14:05"), ("yesterday 2pm", "2026-11-30 14:00"),
        ("today 12:05 AM", "2026-12-01 00:05"), ("today 12 pm", "2026-12-01 12:00"),
        ("last tuesday 9:00 a.m.", "2026-11-24 09:00"), ("09:00", "2026-12-01 09:00"),
        ("09:00 UTC", "2026-12-01 10:00"), ("09:00 +01:00", "2026-12-01 09:00"),
        ("24.11.2026 09:00", "2026-11-24 09:00"),
        ("2026-11-24 09:00:30", "2026-11-24T08:00:30Z"), ("2026-11-24T09:00:00Z", "2026-11-24T09:00:00Z"),
        ("2026-11-24T09:00:00.5+01:00", "2026-11-24T08:00:00Z"), ("2 hours ago", "2026-12-01T09:30:00Z"),
        ("in 90 minutes", "2026-12-01T13:00:00Z"), ("  yesterday  ", "2026-11-30"),
    ])
    func english(text: String, meaning: String) throws { #expect(try Self.meaning(text, "en") == meaning) }

    @Test(arguments: [
        ("heute", "2026-12-01"), ("gestern", "2026-11-30"), ("Morgen", "2026-12-02"), ("vorgestern", "2026-11-29"),
        ("übermorgen", "2026-12-03"), ("uebermorgen", "2026-12-03"), ("letzten Dienstag", "2026-11-24"),
        ("nächsten Dienstag", "2026-12-08"), ("am kommenden Montag", "2026-12-07"), ("in 3 Wochen", "2026-12-22"),
        ("vor 3 Tagen", "2026-11-28"), ("vor 2 Stunden", "2026-12-01T09:30:00Z"), ("24.11.2026", "2026-11-24"),
        ("4/5/2026", "2026-05-04"), ("24. November 2026", "2026-11-24"), ("7. März 2026", "2026-03-07"),
        ("7. MAERZ 2026", "2026-03-07"), ("24.11.2026, 09:00", "2026-11-24 09:00"),
        ("gestern um 14 Uhr", "2026-11-30 14:00"), ("gestern 14:05 Uhr", "2026-11-30 14:05"),
        ("gestern, 14h", "2026-11-30 14:00"), ("yesterday", "2026-11-30"), ("last tuesday", "2026-11-24"),
    ])
    func german(text: String, meaning: String) throws { #expect(try Self.meaning(text, "de-AT") == meaning) }

    @Test(arguments: [
        ("aujourd'hui", "2026-12-01"), ("aujourd’hui", "2026-12-01"), ("hier", "2026-11-30"), ("demain", "2026-12-02"),
        ("avant-hier", "2026-11-29"), ("après-demain", "2026-12-03"), ("apres-demain", "2026-12-03"),
        ("mardi dernier", "2026-11-24"), ("mardi prochain", "2026-12-08"), ("dans 3 semaines", "2026-12-22"),
        ("il y a 3 jours", "2026-11-28"), ("il y a 2 heures", "2026-12-01T09:30:00Z"), ("4/5/2026", "2026-05-04"),
        ("1er décembre 2026", "2026-12-01"), ("le 24 nov. 2026", "2026-11-24"), ("24 fevrier 2026", "2026-02-24"),
        ("hier à 14h05", "2026-11-30 14:05"), ("hier 14 h", "2026-11-30 14:00"), ("dans 2 mois", "2027-02-01"),
    ])
    func french(text: String, meaning: String) throws { #expect(try Self.meaning(text, "fr") == meaning) }

    @Test(arguments: [
        ("hoy", "2026-12-01"), ("ayer", "2026-11-30"), ("mañana", "2026-12-02"), ("anteayer", "2026-11-29"),
        ("pasado mañana", "2026-12-03"), ("el martes pasado", "2026-11-24"), ("el próximo martes", "2026-12-08"),
        ("el martes que viene", "2026-12-08"), ("dentro de 3 semanas", "2026-12-22"), ("hace 3 días", "2026-11-28"),
        ("hace 2 horas", "2026-12-01T09:30:00Z"), ("4/5/2026", "2026-05-04"), ("24 de noviembre de 2026", "2026-11-24"),
        ("ayer a las 9:00", "2026-11-30 09:00"), ("ayer 2:05 p. m.", "2026-11-30 14:05"), ("24 dic 2026", "2026-12-24"),
    ])
    func spanish(text: String, meaning: String) throws { #expect(try Self.meaning(text, "es") == meaning) }

    @Test(
        arguments: [
            ("en", nil), ("en-posix", nil), ("en-GB", "2026-05-04"), ("en-US", "2026-04-05"), ("de", "2026-05-04"),
            ("fr-CA", nil), ("es-US", nil), ("es-MX", "2026-05-04"), ("pl", nil),
        ] as [(String, String?)]
    )
    func theLocaleDecidesTheOrder(locale: String, day: String?) throws {
        guard let day else {
            let days = [CalendarDay(year: 2026, month: 5, day: 4), CalendarDay(year: 2026, month: 4, day: 5)]
            #expect(throws: CivilTimeError.severalDays(days)) { _ = try Self.parse("4/5/2026", locale) }
            #expect(CivilTimeError.severalDays(days).candidates == ["2026-05-04", "2026-04-05"])
            return
        }
        #expect(try Self.meaning("4/5/2026", locale) == day)
        #expect(try Self.meaning("4-5-2026 09:00", locale) == "\(day) 09:00")
        // Dots put the day first everywhere, and one reading is no question.
        #expect(try Self.meaning("4.5.2026", locale) == "2026-05-04")
        #expect(try Self.meaning("24/11/2026", locale) == "2026-11-24")
    }

    @Test(arguments: [
        ("", CivilTimeError.unreadable), ("sometime", .unreadable), ("Z", .unreadable), ("UTC", .unreadable),
        ("tuesday", .lastOrNext(weekday: 2)), ("sunday 09:00", .lastOrNext(weekday: 7)), ("last week", .unreadable),
        ("in 3", .unreadable), ("3 weeks", .unreadable), ("in weeks", .unreadable), ("today 25:00", .unreadable),
        ("today 9", .unreadable), ("today 13:05 pm", .unreadable), ("today UTC", .unreadable),
        ("2026-11-24 UTC", .unreadable), ("in 2 hours UTC", .unreadable), ("2026-02-30", .noSuchDay),
        ("2026-13-01", .noSuchDay), ("31/31/2026", .noSuchDay), ("29.2.2027", .noSuchDay), ("31 Nov 2026", .noSuchDay),
        ("Monday, 24 November 2026", .noSuchDay), ("1969-12-31", .outOfRange), ("24.11.1815", .outOfRange),
        ("24.11.26", .shortYear([CalendarDay(year: 2026, month: 11, day: 24)])),
        ("4/5/26", .shortYear([CalendarDay(year: 2026, month: 5, day: 4), CalendarDay(year: 2026, month: 4, day: 5)])),
        ("24 Nov 26", .shortYear([CalendarDay(year: 2026, month: 11, day: 24)])), ("24.11.", .unreadable),
        ("24/11", .unreadable), ("1.2.3.4", .unreadable), ("24 11 2026", .unreadable), ("٢٠٢٦-١١-٢٤", .foreignDigits),
        ("２０２６-11-24", .foreignDigits), ("令和8年11月24日", .unreadable), ("15 Kislev 5787", .unreadable),
        ("gestern", .unreadable), ("2026-11-24\u{301}", .unreadable), ("in 99999 days", .unreadable),
    ])
    func whatIsUnclearIsRefused(text: String, error: CivilTimeError) {
        #expect(throws: error) { _ = try Self.parse(text, "en") }
    }

    @Test func longTextsAreRefused() {
        for text in [
            String(repeating: "9", count: 5_000), String(repeating: "in ", count: 33),
            String(repeating: "/", count: 100),
        ] {
            #expect(throws: CivilTimeError.unreadable) { _ = try Self.parse(text, "de") }
        }
    }

    @Test func farDaysAreOutOfRange() throws {
        for text in ["9999 weeks ago", "in 9999 years", "100 years ago"] {
            let time = try Self.parse(text, "en")
            #expect(throws: CivilTimeError.outOfRange) { _ = try time.moment(by: .utc, now: Self.now) }
        }
    }

    /// What is shown can be typed.
    @Test(arguments: ["en", "en-US", "en-GB", "de", "de-CH", "fr", "fr-CA", "es", "es-MX", "es-US", "en-posix"])
    func whatIsShownIsUnderstood(locale: String) throws {
        let format = LocaleFormat(try #require(LanguageTag(locale)))
        let clock = try TimeZoneDirectory.standard.clock(of: "Europe/Berlin")
        for month in 1...12 {
            for (day, hour) in [(1, 0), (4, 9), (28, 12), (24, 23)] {
                let date = CalendarDay(year: 2026, month: month, day: day)
                let instant = try #require(clock.instants(on: date, at: hour * 3_600 + 300).first)
                for text in [format.text(of: date), format.longText(of: date)] {
                    #expect(try Self.meaning(text, locale) == date.description, "\(text)")
                }
                let text = format.text(of: instant, by: clock)
                #expect(try Self.parse(text, locale).moment(by: clock, now: Self.now).first == instant, "\(text)")
            }
        }
    }
}

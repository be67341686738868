import Localization
import Testing

@testable import CommandBasics

@Suite struct MomentArgumentTests {
    @Test(arguments: [
        "2026-01-31", "2026-01-31 13:45 UTC", "2026-01-31T13:45:07+01:00", "2026-01-31T13:45:00Z", "tomorrow", "Z",
        "2026-01-31 13:45", "2026-01-31 13:45 MST", "2026-01-31 13:45 +01:00", "last tuesday", "in 3 weeks",
    ])
    func leavesToTheDaemonWhatItMeans(argument: String) throws {
        #expect(try MomentArgument(argument, in: .plain).text == argument)
        #expect(try MomentArgument(argument, in: try #require(LanguageTag("de-AT"))).text == argument)
    }

    @Test(arguments: [
        ("de", "gestern um 14 Uhr", "yesterday 14:00"), ("de", "4/5/2026", "2026-05-04"),
        ("en-US", "4/5/2026", "2026-04-05"),
        ("fr", "il y a 3 jours", "3 days ago"), ("es", "el martes pasado", "last tuesday"),
        ("de", " 24.11.2026 ", "2026-11-24"),
        ("de", "nonsense", "nonsense"),
    ])
    func translatesWhatTheDaemonCannotRead(locale: String, argument: String, text: String) throws {
        #expect(try MomentArgument(argument, in: try #require(LanguageTag(locale))).text == text)
    }

    @Test(arguments: [
        ("", "it is empty"), (" \u{feff}", "it is empty"),
        ("4/5/2026", "which number of “4/5/2026” is the day is unclear; write “2026-05-04” or “2026-04-05”"),
        ("tuesday", "“tuesday” is the last or the next one; write “last tuesday” or “next tuesday”"),
        ("4.5.26", "the year of “4.5.26” has two digits; write “2026-05-04”"),
    ])
    func refusesWhatMayMeanSeveralTimes(argument: String, words: String) {
        do {
            let read = try MomentArgument(argument, in: .english)
            Issue.record("read as \(read.text)")
        } catch {
            #expect("\(error)" == words)
        }
    }
}

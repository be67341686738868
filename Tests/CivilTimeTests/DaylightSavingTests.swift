import Localization
import Testing
import Vocabulary

@testable import CivilTime

/// Days on which the clocks change.
@Suite struct DaylightSavingTests {
    private static func moment(_ text: String, in zone: String, at now: String) throws -> WrittenMoment {
        let clock = try TimeZoneDirectory.standard.clock(of: zone)
        return try CivilTime(text, in: .english).moment(by: clock, now: try #require(Timestamp(rfc3339: now)))
    }

    @Test(arguments: [
        ("Europe/Berlin", "2026-03-29 02:30", "2026-03-29 02:30"),
        ("Europe/Berlin", "29.3.2026 2:00", "2026-03-29 02:00"),
        ("Europe/Berlin", "today 02:59", "2026-03-29 02:59"),
        ("America/Chicago", "2026-03-08 02:30", "2026-03-08 02:30"),
        ("America/Chicago", "3 weeks ago 02:15", "2026-03-08 02:15"), ("Pacific/Apia", "2011-12-30", "2011-12-30"),
    ])
    func aTimeInAGapIsRefusedByName(zone: String, text: String, skipped: String) {
        #expect(throws: CivilTimeError.skipped(skipped, zone: zone)) {
            _ = try Self.moment(text, in: zone, at: "2026-03-29T12:00:00Z")
        }
        let error = CivilTimeError.skipped(skipped, zone: zone)
        #expect(error.description(of: text) == "the clocks in \(zone) skipped “\(skipped)”")
    }

    @Test(arguments: [
        ("Europe/Berlin", "2026-10-25 02:30", "2026-10-25T00:30:00Z", "2026-10-25T01:30:59Z"),
        ("Europe/Berlin", "today 2:00", "2026-10-25T00:00:00Z", "2026-10-25T01:00:59Z"),
        ("America/Chicago", "2026-11-01 01:30", "2026-11-01T06:30:00Z", "2026-11-01T07:30:59Z"),
    ])
    func aTimeInAnOverlapHasBothReadings(zone: String, text: String, first: String, last: String) throws {
        let moment = try Self.moment(text, in: zone, at: "2026-10-25T12:00:00Z")
        #expect(moment.isAmbiguous)
        #expect(moment.first == Timestamp(rfc3339: first))
        #expect(String(moment.last.rfc3339.prefix(19)) + "Z" == last)
    }

    @Test(arguments: [
        ("Europe/Berlin", "2026-10-25 02:30 CEST", "2026-10-25T00:30:00Z"),
        ("Europe/Berlin", "2026-10-25 02:30 CET", "2026-10-25T01:30:00Z"),
        ("Europe/Berlin", "2026-10-25 02:30 +02:00", "2026-10-25T00:30:00Z"),
        ("America/Chicago", "2026-11-01 01:30 CST", "2026-11-01T07:30:00Z"),
        ("America/Chicago", "2026-03-08 02:30 UTC", "2026-03-08T02:30:00Z"),
    ])
    func aNamedZoneIsClear(zone: String, text: String, instant: String) throws {
        let moment = try Self.moment(text, in: zone, at: "2026-12-01T12:00:00Z")
        #expect(!moment.isAmbiguous && moment.first == Timestamp(rfc3339: instant))
    }

    /// Days have 23, 24 or 25 hours, and are counted from midnight to midnight.
    @Test(arguments: [
        ("Europe/Berlin", "yesterday", "2026-03-29T22:30:00Z", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z"),
        ("Europe/Berlin", "today", "2026-10-25T12:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z"),
        ("America/Chicago", "today", "2026-03-08T05:59:00Z", "2026-03-07T06:00:00Z", "2026-03-08T05:59:59Z"),
        ("America/Chicago", "tomorrow", "2026-03-08T05:59:00Z", "2026-03-08T06:00:00Z", "2026-03-09T04:59:59Z"),
        ("America/Chicago", "in 1 week", "2026-10-25T12:00:00Z", "2026-11-01T05:00:00Z", "2026-11-02T05:59:59Z"),
    ])
    func daysAreThoseOfTheSite(zone: String, text: String, now: String, first: String, last: String) throws {
        let moment = try Self.moment(text, in: zone, at: now)
        #expect(moment.first == Timestamp(rfc3339: first))
        #expect(String(moment.last.rfc3339.prefix(19)) + "Z" == last)
    }

    /// “Today” in a zone that is stated is the day there.
    @Test func theDayIsThatOfTheZone() throws {
        let moment = try Self.moment("today 23:30 UTC", in: "Pacific/Kiritimati", at: "2026-12-01T12:00:00Z")
        #expect(moment.first == Timestamp(rfc3339: "2026-12-01T23:30:00Z"))
    }
}

import Testing
import Vocabulary

/// A day ends at the local midnight, wherever that is and whatever the clocks do around it.
@Suite struct LocalClockTests {
    private static func clock(_ zone: String) throws -> LocalClock { try TimeZoneDirectory.standard.clock(of: zone) }

    private static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    private static func instant(_ text: String) throws -> Timestamp { try #require(Timestamp(rfc3339: text)) }

    @Test(arguments: [
        ("Europe/Berlin", "2026-12-24", "2026-12-23T23:00:00Z", "2026-12-24T22:59:59Z"),
        ("America/Denver", "2026-12-24", "2026-12-24T07:00:00Z", "2026-12-25T06:59:59Z"),
        ("Pacific/Kiritimati", "2026-12-24", "2026-12-23T10:00:00Z", "2026-12-24T09:59:59Z"),
        ("Pacific/Pago_Pago", "2026-12-24", "2026-12-24T11:00:00Z", "2026-12-25T10:59:59Z"),
        ("Asia/Kathmandu", "2026-12-24", "2026-12-23T18:15:00Z", "2026-12-24T18:14:59Z"),
        // 23 and 25 hours.
        ("America/Denver", "2026-03-08", "2026-03-08T07:00:00Z", "2026-03-09T05:59:59Z"),
        ("America/Denver", "2026-11-01", "2026-11-01T06:00:00Z", "2026-11-02T06:59:59Z"),
        ("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z"),
        // Half an hour of summer time.
        ("Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00:00Z", "2026-04-05T13:29:59Z"),
        // The clocks jump from midnight to one o'clock, and from midnight back to eleven.
        ("Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z", "2026-03-29T20:59:59Z"),
        ("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z", "2026-09-07T02:59:59Z"),
        ("America/Santiago", "2026-09-05", "2026-09-05T04:00:00Z", "2026-09-06T03:59:59Z"),
        ("America/Santiago", "2026-04-04", "2026-04-04T03:00:00Z", "2026-04-05T03:59:59Z"),
        // After the years that the compiled file lists.
        ("America/Denver", "2090-07-04", "2090-07-04T06:00:00Z", "2090-07-05T05:59:59Z"),
        ("Europe/Dublin", "2090-07-04", "2090-07-03T23:00:00Z", "2090-07-04T22:59:59Z"),
    ])
    func aDayBeginsAndEndsByTheClocksOnTheWall(zone: String, day: String, start: String, end: String) throws {
        let clock = try Self.clock(zone)
        let day = try Self.day(day)
        #expect(clock.start(of: day) == (try Self.instant(start)))
        #expect(clock.end(of: day) == (try Self.instant(end)))
        #expect(clock.day(of: clock.start(of: day)) == day)
        #expect(clock.day(of: clock.end(of: day)) == day)
        #expect(clock.day(of: clock.end(of: day).advanced(bySeconds: 1)) != day)
    }

    /// Samoa went from the 29th to the 31st of December 2011.
    @Test func aDayThatTheZoneSkippedEndsWithTheDayBefore() throws {
        let clock = try Self.clock("Pacific/Apia")
        #expect(clock.end(of: try Self.day("2011-12-30")) == clock.end(of: try Self.day("2011-12-29")))
        #expect(clock.end(of: try Self.day("2011-12-29")) == (try Self.instant("2011-12-30T09:59:59Z")))
        #expect(throws: WrittenMoment.Fault.skipped) { _ = try WrittenMoment("2011-12-30", by: clock) }
    }

    @Test(arguments: [
        ("America/Denver", "2026-12-25T06:59:59Z", "2026-12-24 23:59"),
        ("Europe/Berlin", "2026-12-24T22:59:59.999999Z", "2026-12-24 23:59"),
        ("Pacific/Kiritimati", "2026-12-24T09:59:59Z", "2026-12-24 23:59"),
        ("UTC", "2026-12-24T09:59:59Z", "2026-12-24 09:59 UTC"),
        ("Etc/UTC", "2026-12-24T09:59:59Z", "2026-12-24 09:59 UTC"),
        // The hour that comes twice is named.
        ("America/Denver", "2026-11-01T07:30:00Z", "2026-11-01 01:30 MDT"),
        ("America/Denver", "2026-11-01T08:30:00Z", "2026-11-01 01:30 MST"),
        ("America/Denver", "2026-11-01T09:30:00Z", "2026-11-01 02:30"),
    ])
    func peopleReadLocalTime(zone: String, instant: String, text: String) throws {
        let clock = try Self.clock(zone)
        let instant = try Self.instant(instant)
        #expect(clock.text(of: instant) == text)
        // What is shown can be written again.
        let written = try WrittenMoment(text, by: clock)
        #expect(written.first <= instant && instant <= written.last && !written.isAmbiguous)
    }

    @Test func ofAnHourThatComesTwiceBothAreMeant() throws {
        let written = try WrittenMoment("2026-11-01 01:30", by: try Self.clock("America/Denver"))
        #expect(written.isAmbiguous)
        #expect(written.first == (try Self.instant("2026-11-01T07:30:00Z")))
        #expect(written.last == (try Self.instant("2026-11-01T08:30:59.999999Z")))
    }

    @Test(arguments: ["2026-03-08 02:30", "2026-03-08T02:00"])
    func anHourThatIsSkippedIsNoTime(text: String) throws {
        let clock = try Self.clock("America/Denver")
        #expect(throws: WrittenMoment.Fault.skipped) { _ = try WrittenMoment(text, by: clock) }
    }

    @Test(arguments: [
        ("2026-12-24", "2026-12-25T06:59:59Z"),
        ("2026-12-24 17:00", "2026-12-25T00:00:00Z"),
        ("2026-12-24T17:00", "2026-12-25T00:00:00Z"),
        ("2026-12-24 17:00 MST", "2026-12-25T00:00:00Z"),
        ("2026-12-24 17:00 UTC", "2026-12-24T17:00:00Z"),
        ("2026-12-24T17:00Z", "2026-12-24T17:00:00Z"),
        ("2026-12-24 17:00 +01:00", "2026-12-24T16:00:00Z"),
        ("2026-12-24T17:00:01.999999+01:00", "2026-12-24T16:00:01Z"),
    ])
    func whatIsDueIsDueToTheSecond(text: String, due: String) throws {
        #expect(try WrittenMoment(text, by: try Self.clock("America/Denver")).due == (try Self.instant(due)))
    }

    @Test(arguments: [
        "", "tomorrow", "2026-13-01", "2026-02-30", "2026-1-31", "2026-01-31 25:00", "2026-01-31 13:60", "2026-01-31 1",
        "2026-01-31 13:45 CET", "2026-01-31 13:45Q", "2026-01-31 13:45 ", "1969-12-31", "2026-01-31\u{301}",
        "13:45 UTC",
    ])
    func whatIsNoTimeIsRefused(text: String) throws {
        let clock = try Self.clock("America/Denver")
        #expect(throws: WrittenMoment.Fault.unreadable) { _ = try WrittenMoment(text, by: clock) }
    }

    @Test func aClockWithAFixedDistanceHasANameThatCanBeReadAgain() throws {
        for seconds in [3_600, -25_200, 20_700, 0] {
            let clock = LocalClock(secondsEastOfUTC: seconds)
            let again = try TimeZoneDirectory.standard.clock(of: clock.zone)
            #expect(again.secondsEastOfUTC(at: Timestamp(clamping: 0)) == seconds)
        }
    }
}

import Testing

@testable import Vocabulary

@Suite struct TimestampTests {
    @Test(arguments: [
        (Int64(0), "1970-01-01T00:00:00.000000Z"),
        (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
        (1_795_240_799_123_456, "2026-11-21T05:59:59.123456Z"),
        (253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
    ])
    func textRoundTrips(microseconds: Int64, text: String) {
        #expect(Timestamp(clamping: microseconds).rfc3339 == text)
        #expect(Timestamp(rfc3339: text)?.microseconds == microseconds)
    }

    @Test func offsetsAndShortFractionsAreUnderstood() {
        let utc = Timestamp(rfc3339: "2026-11-21T05:50:00Z")
        #expect(utc != nil)
        #expect(Timestamp(rfc3339: "2026-11-21T06:50:00+01:00") == utc)
        #expect(Timestamp(rfc3339: "2026-11-20T23:20:00-06:30") == utc)
        #expect(Timestamp(rfc3339: "2026-11-21 05:50:00.5Z")?.microseconds == utc.map { $0.microseconds + 500_000 })
    }

    @Test(arguments: [
        "", "2026-11-21", "2026-11-21T05:50:00", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-21T24:00:00Z",
        "1969-12-31T23:59:59Z", "2026-11-21T05:50:00.Z", "2026-11-21T05:50:00Zx", "2026-11-21T05:50:00+1:00",
    ])
    func otherTextsAreRefused(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    /// Every day of four centuries, so that no leap rule is missed.
    @Test func everyDayOfFourCenturiesRoundTrips() {
        var mismatches = 0
        var previous = CalendarDay(daysSince1970: -1)
        for days in 0..<146_097 {
            let day = CalendarDay(daysSince1970: days)
            let follows =
                day.day == previous.day + 1
                || (day.day == 1 && previous.day == CalendarDay.days(in: previous.month, of: previous.year))
            if day.daysSince1970 != days || !follows { mismatches += 1 }
            previous = day
        }
        #expect(mismatches == 0)
    }

    @Test func advancingNeverOverflows() {
        #expect(Timestamp(clamping: 5).advanced(bySeconds: .max) == .latest)
        #expect(Timestamp(clamping: 5).advanced(bySeconds: -1).microseconds == 0)
    }
}

import Testing
import Vocabulary

@testable import ReadingFiles

/// Local times around the changes of the clocks: in Denver they went back on 1 November 2026 and forward on 8 March.
@Suite struct TimeZoneTests {
    private static func times(_ rows: String) throws -> [String] {
        let clock = try TimeZoneDirectory.standard.clock(of: "America/Denver")
        return try FileBed.parse(rows, clock: clock).replayed.map { line in
            "\(String(decoding: line.bytes, as: UTF8.self)) \(line.occurredAt?.rfc3339.prefix(16) ?? "")"
        }
    }

    private static func refusal(_ rows: String) throws -> (line: Int, reason: String)? {
        FileBed.refusal(rows, clock: try TimeZoneDirectory.standard.clock(of: "America/Denver"))
    }

    @Test func theOrderOfLinesSaysWhichHourIsMeant() throws {
        let rows = "A,2026-11-01 00:59\nB,2026-11-01 01:50\nC,2026-11-01 01:10\nD,2026-11-01 02:01"
        let expected = ["A 2026-11-01T06:59", "B 2026-11-01T07:50", "C 2026-11-01T08:10", "D 2026-11-01T09:01"]
        #expect(try Self.times(rows) == expected)
        #expect(try Self.times(rows.split(separator: "\n").reversed().joined(separator: "\n")) == expected)
        // The zone may stand behind the time.
        let named = "A,2026-11-01 01:10 MDT\nB,2026-11-01 01:10 MST"
        #expect(try Self.times(named) == ["A 2026-11-01T07:10", "B 2026-11-01T08:10"])
    }

    @Test(arguments: [
        "A,2026-11-01 00:59\nB,2026-11-01 01:50\nC,2026-11-01 02:01", "Z,2026-11-01 00:10\nB,2026-11-01 01:50",
        "code,time\nB,\"Nov 1, 2026 1:50 AM\"", "DATE261101\nTIME0150\nSB",
    ])
    func anHourThatMayBeEitherIsRefused(rows: String) throws {
        let refusal = try #require(try Self.refusal(rows))
        #expect(refusal.reason.contains("2026-11-01T07:50:00Z or 2026-11-01T08:50:00Z"))
        #expect(refusal.reason.contains("--utc-offset"))
        let clock = LocalClock(secondsEastOfUTC: -7 * 3_600)
        #expect(FileBed.refusal(rows, clock: clock) == nil)
    }

    @Test(arguments: ["A,2026-03-08 01:59\nB,2026-03-08 02:30", "DATE260308\nTIME023000\nSB"])
    func anHourThatNoClockShowedIsRefused(rows: String) throws {
        let refusal = try #require(try Self.refusal(rows))
        #expect(refusal.line == 2)
        #expect(refusal.reason.contains("--utc-offset"))
    }

    @Test func otherTimesAreThoseOfTheSite() throws {
        let rows = "A,2026-03-08 01:59\nB,2026-03-08 03:00\nC,2026-07-01 12:00"
        #expect(try Self.times(rows) == ["A 2026-03-08T08:59", "B 2026-03-08T09:00", "C 2026-07-01T18:00"])
    }
}

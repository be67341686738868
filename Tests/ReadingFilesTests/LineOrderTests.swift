import Localization
import Testing
import Vocabulary

@testable import ReadingFiles

/// Which of two instants is meant in the hour that comes twice, and in which order lines were read.
@Suite struct LineOrderTests {
    /// Lines with the minutes past midnight UTC at which they may have been read.
    private static func drafts(_ lines: [(code: String, minutes: [Int])]) -> [LineDraft] {
        lines.enumerated().map { index, line in
            LineDraft(
                line: ReadingFileLine(number: index + 1, bytes: Array(line.code.utf8)),
                written: "time \(index + 1)",
                instants: line.minutes.map { Timestamp(clamping: Int64($0) * 60_000_000) }
            )
        }
    }

    private static func arranged(_ lines: [(code: String, minutes: [Int])]) throws -> [String] {
        try LineOrder(isOfOneTerminal: false).arranged(drafts(lines)).map { draft in
            "\(String(decoding: draft.line.bytes, as: UTF8.self)) \((draft.instants.first?.microseconds ?? 0) / 60_000_000)"
        }
    }

    private static func line(ofRefusal lines: [(code: String, minutes: [Int])]) -> Int? {
        do {
            _ = try arranged(lines)
            return nil
        } catch ReadingFileError.wrongLine(let line, let reason) {
            return reason.english.contains("--utc-offset") ? line : -line
        } catch {
            return 0
        }
    }

    /// 1:50, then the clocks go back, 1:10: what goes back lies behind the change.
    @Test func theOrderOfTheFileSaysWhichOfTwoHoursIsMeant() throws {
        let rows: [(code: String, minutes: [Int])] = [
            ("A", [55]), ("B", [70, 130]), ("C", [110, 170]), ("D", [65, 125]), ("E", [80, 140]), ("F", [200]),
        ]
        #expect(try Self.arranged(rows) == ["A 55", "B 70", "C 110", "D 125", "E 140", "F 200"])
        #expect(try Self.arranged(rows.reversed()) == ["A 55", "B 70", "C 110", "D 125", "E 140", "F 200"])
    }

    @Test func whatTheOrderDoesNotSayIsRefusedWithBothReadings() throws {
        #expect(Self.line(ofRefusal: [("A", [55]), ("B", [70, 130]), ("C", [200])]) == 2)
        #expect(Self.line(ofRefusal: [("A", [70, 130])]) == 1)
        // Newest first, or across the change: either may be.
        #expect(Self.line(ofRefusal: [("A", [110, 170]), ("B", [70, 130])]) == 1)
        do {
            _ = try Self.arranged([("A", [70, 130])])
        } catch ReadingFileError.wrongLine(_, let reason) {
            #expect(reason.english.contains("1970-01-01T01:10:00Z or 1970-01-01T02:10:00Z"))
        }
    }

    @Test func linesInNoOrderAreRefused() throws {
        #expect(Self.line(ofRefusal: [("A", [1]), ("B", [3]), ("C", [2]), ("D", [4])]) == -3)
        #expect(Self.line(ofRefusal: [("A", [4]), ("B", [2]), ("C", [3])]) == -3)
        let sorted = try LineOrder(isOfOneTerminal: true).arranged(Self.drafts([("A", [1]), ("B", [3]), ("C", [2])]))
        #expect(sorted.map(\.line.number) == [1, 3, 2])
        #expect(throws: ReadingFileError.self) {
            try LineOrder(isOfOneTerminal: true).arranged(
                Self.drafts([("A", [3]), ("B", [1]), ("C", [3]), ("D", [2])])
            )
        }
    }

    @Test func anHourThatComesTwiceHasTwoInstants() throws {
        let clock = LocalClock(secondsEastOfUTC: 3_600)
        let day = CalendarDay(year: 2026, month: 11, day: 1)
        #expect(clock.instants(of: day, microseconds: 0, offset: nil).map(\.rfc3339) == ["2026-10-31T23:00:00.000000Z"])
        let midnight = clock.instants(of: day, microseconds: 86_400_000_000, offset: 0)
        #expect(midnight.map(\.rfc3339) == ["2026-11-02T00:00:00.000000Z"])
    }
}

import Barcodes
import FoundationEssentials
import Testing
import TransferLog
import Vocabulary

@testable import Circulation
@testable import Stations

/// What was recorded while the daemon's clock stood ahead does not win against what happened afterwards.
@Suite struct WrongClockTests {
    private static func with(
        _ body: (ScratchCirculation, BatchStock, SettableClock) async throws -> Void
    ) async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let clock = SettableClock("2026-11-20T10:00:00Z")
        let log = try TransferLog(path: directory + "/log.sqlite", clock: clock.clock)
        let scratch = ScratchCirculation(
            circulation: Circulation(log: log, settings: CirculationSettings()),
            log: log
        )
        let stock = try await BatchStock(in: scratch)
        try await body(scratch, stock, clock)
        let findings = try await log.verify()
        #expect(findings.problems.isEmpty)
        try log.close()
        try FileManager.default.removeItem(atPath: directory)
    }

    private static func place(_ box: Barcode, on shelf: Barcode, in scratch: ScratchCirculation) async throws {
        _ = try await scratch.scan(shelf.text)
        #expect(try await scratch.scan(box.text).kind == "relocated")
    }

    @Test func aFileWinsAgainstWhatAClockYearsAheadRecorded() async throws {
        try await Self.with { scratch, stock, clock in
            clock.set("2031-01-01T00:00:00Z")
            try await Self.place(stock.boxes[0], on: stock.shelves[0], in: scratch)
            clock.set("2026-11-20T18:00:00Z")
            _ = try await scratch.add(.container)
            let rows = "\(stock.shelves[1]),2026-11-21 09:00\n\(stock.boxes[0]),2026-11-21 09:01\n"
            clock.set("2026-11-21T12:00:00Z")
            #expect(BatchBed.kinds(try await BatchBed.take(rows, in: scratch)) == ["opened", "relocated"])
            #expect(try await BatchBed.shelf(of: stock.boxes[0], in: scratch) == "Two")
            let past = try await scratch.circulation.whereabouts(
                of: stock.boxes[0],
                at: Timestamp(rfc3339: "2026-11-21T11:00:00Z")
            )
            #expect(past.path.last == "Two")
        }
    }

    /// An hour is enough: a clock that was set for summer time by hand.
    @Test func aFileWinsAgainstWhatAClockAnHourAheadRecorded() async throws {
        try await Self.with { scratch, stock, clock in
            clock.set("2026-11-21T11:00:00Z")
            try await Self.place(stock.boxes[0], on: stock.shelves[0], in: scratch)
            clock.set("2026-11-21T10:01:00Z")
            _ = try await scratch.add(.container)
            clock.set("2026-11-21T15:00:00Z")
            let rows = "\(stock.shelves[1]),2026-11-21 10:30\n\(stock.boxes[0]),2026-11-21 10:31\n"
            #expect(BatchBed.kinds(try await BatchBed.take(rows, in: scratch)) == ["opened", "relocated"])
            // What happened before the clock was put right may have been before that move.
            let older = "\(stock.shelves[2]),2026-11-21 09:30\n\(stock.boxes[0]),2026-11-21 09:31\n"
            #expect(BatchBed.kinds(try await BatchBed.take(older, in: scratch)) == ["opened", "superseded"])
        }
    }

    /// The file may be what is recorded next, if the step itself was noted when it happened.
    @Test func aFileThatIsRecordedNextWinsWhereTheStepWasNoted() async throws {
        try await Self.with { scratch, stock, clock in
            clock.set("2031-01-01T00:00:00Z")
            try await Self.place(stock.boxes[0], on: stock.shelves[0], in: scratch)
            clock.set("2026-11-20T18:00:00Z")
            try await scratch.log.write { try $0.noteClock() }
            clock.set("2026-11-21T12:00:00Z")
            let rows = "\(stock.shelves[1]),2026-11-21 09:00\n\(stock.boxes[0]),2026-11-21 09:01\n"
            #expect(BatchBed.kinds(try await BatchBed.take(rows, in: scratch)) == ["opened", "relocated"])
            #expect(try await BatchBed.shelf(of: stock.boxes[0], in: scratch) == "Two")
        }
    }

    @Test func aMoveThatIsStatedAfterwardsWinsToo() async throws {
        try await Self.with { scratch, stock, clock in
            clock.set("2031-01-01T00:00:00Z")
            try await Self.place(stock.boxes[0], on: stock.shelves[0], in: scratch)
            clock.set("2026-11-21T10:00:00Z")
            _ = try await scratch.add(.container)
            clock.set("2026-11-22T10:00:00Z")
            let move = NewMove(
                [stock.boxes[0]],
                to: .place(stock.shelves[1]),
                reason: try FreeText("found there"),
                occurredAt: Timestamp(rfc3339: "2026-11-22T09:00:00Z")
            )
            let moved = try await scratch.circulation.move(move, by: scratch.clerk)
            #expect(moved.first?.place?.barcode == stock.shelves[1])
            // A correction works the placement out anew, to the same end.
            let entry = try #require(moved.first?.entry)
            let correction = try await scratch.circulation.correct(
                entry.number,
                reason: try FreeText("it was not"),
                by: scratch.clerk
            )
            #expect(try await BatchBed.shelf(of: stock.boxes[0], in: scratch) == "One")
            _ = try await scratch.circulation.correct(
                correction.entry.number,
                reason: try FreeText("it was"),
                by: scratch.clerk
            )
            #expect(try await BatchBed.shelf(of: stock.boxes[0], in: scratch) == "Two")
        }
    }
}

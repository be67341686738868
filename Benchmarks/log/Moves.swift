import Barcodes
import Foundation
import TransferLog
import Vocabulary

/// Many writers move boxes from shelf to shelf, each waiting for its answer before its next move.
struct Moves {
    private struct Box {
        let id: EntityID
        var shelf: EntityID
    }

    private static let warmUp = Duration.milliseconds(300)

    let clients: Int
    let seconds: Int
    /// The boxes that are moved, by the lines of the list on which they stand.
    let lines: Range<Int>
    let counter: SyncCounter

    /// Prints moves per second, p50 and p99 in microseconds, syncs per move, and moves per commit.
    func run(_ path: String, list: String) async throws {
        let barcodes = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n")
        guard lines.upperBound <= barcodes.count, lines.count >= clients else {
            throw LogBenchmark.Failure("cannot move boxes \(lines) of \(barcodes.count)")
        }
        let log = try TransferLog(path: path)
        let (boxes, shelves) = try await log.read { view in
            let boxes = try barcodes[lines].map { barcode in
                guard let entity = try view.entity(barcode: try Barcode(parsing: String(barcode))),
                    let shelf = try view.lastPlacement(of: entity.id)?.placement.place
                else { throw LogBenchmark.Failure("cannot find box \(barcode)") }
                return Box(id: entity.id, shelf: shelf)
            }
            return (boxes, try view.entities(of: .location, after: nil, limit: 5).suffix(2).map(\.id))
        }
        let clock = ContinuousClock()
        let begin = clock.now + Self.warmUp
        let end = begin + .seconds(seconds)
        let tallies = Tallies()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 0..<clients {
                let own = stride(from: client, to: boxes.count, by: clients).map { boxes[$0] }
                group.addTask { try await move(own, between: shelves, in: log, from: begin, to: end, tallies) }
            }
            try await group.waitForAll()
        }
        LogBenchmark.say(tallies.summary(seconds: Double(seconds)))
        try log.close()
    }

    private func move(
        _ boxes: [Box],
        between shelves: [EntityID],
        in log: TransferLog,
        from begin: ContinuousClock.Instant,
        to end: ContinuousClock.Instant,
        _ tallies: Tallies
    ) async throws {
        var boxes = boxes
        var durations: [Duration] = []
        var last = ContinuousClock().now
        for turn in 0... {
            let box = boxes[turn % boxes.count]
            let shelf = shelves[turn / boxes.count % 2]
            let transfer = Transfer(
                kind: .relocated,
                subject: box.id,
                from: .location(box.shelf),
                to: .location(shelf),
                reason: nil
            )
            let counts = last >= begin
            try await log.write { transaction in
                if counts { tallies.noteMove(syncs: counter.value) }
                try transaction.append(.transferred(transfer), by: Attribution(principal: .user(1_000)))
            }
            boxes[turn % boxes.count].shelf = shelf
            let now = ContinuousClock().now
            if counts { durations.append(last.duration(to: now)) }
            last = now
            if now >= end { break }
        }
        tallies.add(durations)
    }
}

import Barcodes
import Foundation
import LogProof
import TestSupport
import TransferLog
import Vocabulary

/// Questions about boxes and entries at random, one after the other.
struct Questions {
    private static let rounds = 10
    private static let count = 2_000

    /// The boxes of the log.
    let boxes: Int

    /// Prints three figures in microseconds of each of `where`, of a whole history and of a proof: p99 of the first
    /// round, which asks the disk for what is not in memory; and p50 and p99 of the best of the rounds after it, in
    /// which the same is asked again, since whatever else the machine does only adds to them.
    func run(_ path: String) async throws {
        let log = try TransferLog(path: path)
        let size = try await log.read { try $0.newestEntry()?.rawValue ?? 0 }
        var generator = SeededGenerator(seed: 2)
        var figures: [Double] = []
        for question in [Self.whereabouts, Self.history, Self.proof] {
            let asked = try (0..<Self.count).map { _ in
                Asked(
                    barcode: try Fill.barcode(ofBox: Int.random(in: 0..<boxes, using: &generator)),
                    entry: EntryNumber(rawValue: Int64.random(in: 1...size, using: &generator))
                )
            }
            let first = try await round(question, asked, log, size)
            var best = (p50: Double.infinity, p99: Double.infinity)
            for _ in 0..<Self.rounds {
                let (p50, p99) = try await round(question, asked, log, size)
                best = (min(best.p50, p50), min(best.p99, p99))
            }
            figures += [first.p99, best.p50, best.p99]
        }
        try log.close()
        LogBenchmark.say(figures.map { "\(($0 * 10).rounded() / 10)" }.joined(separator: " "))
    }

    private func round(
        _ question: @escaping Question,
        _ asked: [Asked],
        _ log: TransferLog,
        _ size: Int64
    ) async throws -> (p50: Double, p99: Double) {
        var durations: [Double] = []
        for asked in asked {
            let start = ContinuousClock().now
            try await log.read { view in
                guard let entity = try view.entity(barcode: asked.barcode) else {
                    throw LogBenchmark.Failure("cannot find box \(asked.barcode)")
                }
                try question(view, entity, asked.entry, size)
            }
            durations.append(start.duration(to: ContinuousClock().now) / .microseconds(1))
        }
        durations.sort()
        return (durations[durations.count / 2], durations[durations.count * 99 / 100])
    }

    private struct Asked {
        let barcode: Barcode
        let entry: EntryNumber
    }

    private typealias Question = @Sendable (LogView, Entity, EntryNumber, Int64) throws -> Void

    private static let whereabouts: Question = { view, entity, _, _ in _ = try view.whereabouts(of: entity) }

    private static let history: Question = { view, entity, _, _ in
        guard try view.history(of: entity.id, before: nil, limit: 100).count >= 5 else {
            throw LogBenchmark.Failure("cannot find the history of \(entity.barcode)")
        }
    }

    /// All that a bundle is made of.
    private static let proof: Question = { view, _, entry, size in
        _ = try (view.body(of: entry), view.openings(of: entry), view.inclusionProof(of: entry, size: size))
        _ = try view.treeHead(size: size)
    }
}

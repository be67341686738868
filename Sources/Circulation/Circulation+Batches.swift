public import Records
import TransferLog

extension Circulation {
    /// Readings of a file that share a commit.
    private static let batchStep = 128

    /// Takes a file: every line is stored first, then they are interpreted in the order in which they were read.
    ///
    /// A line that an earlier file had is not taken again: with times a line is known by its time, code and terminal,
    /// without by the whole file. With a `repetition` the lines are new ones, once for each such text.
    public func take(
        _ file: BatchFile,
        station: StationName,
        scanner: ScannerName?,
        principal: Principal,
        repetition: String? = nil
    ) async throws -> BatchReport {
        let lines = file.replayed
        let digests = BatchIdentity(file: file, repetition: repetition).digests(of: lines)
        let stored = try await write { transaction in
            try Self.store(lines, digests, station: station, scanner: scanner, principal: principal, in: transaction)
        }
        var taken: [BatchTaken] = []
        var rest = Array(zip(lines, stored.fates))[...]
        let settings = settings
        while !rest.isEmpty {
            let step = Array(rest.prefix(Self.batchStep))
            rest = rest.dropFirst(step.count)
            taken += try await write { transaction in
                try step.map { line, fate in
                    try Self.interpret(line, fate, of: stored.batch, settings: settings, in: transaction)
                }
            }
        }
        if let batch = stored.batch {
            let sessions = Set(lines.map { SessionName(of: batch, scanner: $0.scanner ?? scanner) })
            try await write { transaction in
                for session in sessions { try transaction.endSession(of: session) }
            }
        }
        return BatchReport(batch: stored.batch, format: file.format, lines: taken)
    }

    private enum StoredLine: Sendable {
        case new(ReadingNumber)
        case before(ReadingNumber)
        case refused(Refusal)
    }

    private static func store(
        _ lines: [BatchLine],
        _ digests: [BatchLineDigest],
        station: StationName,
        scanner: ScannerName?,
        principal: Principal,
        in transaction: LogTransaction
    ) throws -> (batch: BatchNumber?, fates: [StoredLine]) {
        var batch: BatchNumber?
        let fates = try zip(lines, digests).map { line, digest -> StoredLine in
            if let known = try transaction.view.reading(of: digest) { return .before(known) }
            guard line.bytes.count <= Reading.longest else {
                let what = "cannot accept a code of \(line.bytes.count) bytes: the longest has \(Reading.longest)"
                return .refused(Refusal(.unreadable, what))
            }
            let number = try batch ?? transaction.beginBatch()
            batch = number
            let reading = Reading(
                bytes: line.bytes,
                symbology: nil,
                station: station,
                scanner: line.scanner ?? scanner,
                principal: principal,
                occurredAt: line.occurredAt,
                origin: ReadingOrigin(transport: .file),
                role: line.role
            )
            let stored = try transaction.store(reading, batch: number)
            try transaction.remember(stored.number, of: digest)
            return .new(stored.number)
        }
        return (batch, fates)
    }

    private static func interpret(
        _ line: BatchLine,
        _ fate: StoredLine,
        of batch: BatchNumber?,
        settings: CirculationSettings,
        in transaction: LogTransaction
    ) throws -> BatchTaken {
        switch fate {
        case .new(let number):
            let outcome = try interpret(number, settings: settings, in: transaction)
            return BatchTaken(line: line, fate: .interpreted(outcome))
        case .before(let number):
            // The place that it opened counts for the new lines after it.
            if let batch, let stored = try transaction.view.reading(number) {
                let desk = StationDesk(transaction: transaction, settings: settings)
                let terminal = SessionName(of: batch, scanner: stored.reading.scanner)
                try desk.followPlaces(of: stored, in: terminal)
            }
            return BatchTaken(line: line, fate: .before(number, try transaction.view.outcome(of: number)))
        case .refused(let refusal):
            return BatchTaken(line: line, fate: .refused(refusal))
        }
    }
}

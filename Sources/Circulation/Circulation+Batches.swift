public import Records
import TransferLog

extension Circulation {
    /// Readings of a file that share a commit.
    private static let batchStep = 128

    /// Takes a file: every line is stored first, then they are interpreted in the order in which they were read.
    ///
    /// A line that an earlier file had is not taken again: with times a line is known by its time, code and terminal,
    /// without by the lines before it. Throws a refusal of the kind `partlyTaken` where that cannot be told; nothing of the
    /// file is taken then.
    public func take(
        _ file: BatchFile,
        station: StationName,
        scanner: ScannerName?,
        principal: Principal,
        repetition: BatchRepetition = .detected
    ) async throws -> BatchReport {
        let sender = Sender(station: station, scanner: scanner, principal: principal)
        let identity = BatchIdentity(file, scanner: scanner, sender: principal, repetition: repetition)
        let stored = try await write { transaction in
            try Self.store(file.replayed, identity, from: sender, in: transaction)
        }
        var taken: [BatchTaken] = []
        var rest = Array(zip(file.replayed, stored.fates))[...]
        let settings = settings
        while !rest.isEmpty {
            let step = Array(rest.prefix(Self.batchStep))
            rest = rest.dropFirst(step.count)
            taken += try await write { transaction in
                try step.map { line, fate in
                    try Self.interpret(line, fate, of: stored.batches[line.source], settings: settings, in: transaction)
                }
            }
        }
        let sessions = Set(
            file.replayed.compactMap { line in
                stored.batches[line.source].map { SessionName(of: $0, scanner: line.scanner ?? scanner) }
            }
        )
        if !sessions.isEmpty {
            try await write { transaction in
                for session in sessions { try transaction.endSession(of: session) }
            }
        }
        let first = stored.batches.values.min { $0.rawValue < $1.rawValue }
        return BatchReport(batch: first, format: file.format, hasTimes: file.hasTimes, lines: taken)
    }

    /// Whether `sender` may know of the reading, or sent it.
    static func isShown(_ reading: StoredReading, to sender: Principal, in view: LogView) throws -> Bool {
        try reading.reading.principal == sender
            || !isConcealed(reading, view.outcome(of: reading.number), in: view)
    }

    /// Who sends a file, and what it does not say itself.
    private struct Sender: Sendable {
        let station: StationName
        let scanner: ScannerName?
        let principal: Principal
    }

    private enum StoredLine: Sendable {
        case new(ReadingNumber)
        case before(ReadingNumber)
        case refused(Refusal)
    }

    /// Stores what is new; each source has a batch of its own, so that none uses what another has open.
    private static func store(
        _ lines: [BatchLine],
        _ identity: BatchIdentity,
        from sender: Sender,
        in transaction: LogTransaction
    ) throws -> (batches: [BatchSource: BatchNumber], fates: [StoredLine]) {
        var batches: [BatchSource: BatchNumber] = [:]
        var before: [BatchSource: ReadingNumber] = [:]
        var fates: [StoredLine] = []
        for (index, (line, known)) in zip(lines, try identity.known(in: transaction.view)).enumerated() {
            if let known {
                before[line.source] = known
                fates.append(.before(known))
                continue
            }
            guard line.bytes.count <= Reading.longest else {
                let what = "cannot accept a code of \(line.bytes.count) bytes: the longest has \(Reading.longest)"
                fates.append(.refused(Refusal(.unreadable, what)))
                continue
            }
            let batch = try batches[line.source] ?? transaction.beginBatch()
            batches[line.source] = batch
            let reading = Reading(
                bytes: line.bytes,
                symbology: line.symbology,
                station: line.station ?? sender.station,
                scanner: line.scanner ?? sender.scanner,
                principal: sender.principal,
                occurredAt: line.occurredAt,
                origin: ReadingOrigin(transport: .file),
                role: line.role
            )
            let stored = try transaction.store(reading, batch: batch)
            try identity.remember(stored.number, index: index, before: before[line.source], in: transaction)
            before[line.source] = stored.number
            fates.append(.new(stored.number))
        }
        return (batches, fates)
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
            guard let stored = try transaction.view.reading(number) else {
                return BatchTaken(line: line, fate: .before(number, nil))
            }
            if let batch {
                let desk = StationDesk(transaction: transaction, settings: settings)
                let terminal = SessionName(of: batch, scanner: stored.reading.scanner)
                try desk.followPlaces(of: stored, in: terminal)
            }
            return BatchTaken(line: line, fate: .before(number, try outcomeBefore(of: stored, in: transaction.view)))
        case .refused(let refusal):
            return BatchTaken(line: line, fate: .refused(refusal))
        }
    }
}

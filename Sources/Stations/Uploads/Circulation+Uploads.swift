public import Circulation
import Localization
public import ReadingFiles
import TransferLog
public import Vocabulary

extension Circulation {
    /// The number of readings of a file that share a commit.
    private static let batchStep = 128

    /// Takes a file: stores all lines first, then interprets them in the order in which they were read.
    ///
    /// A line that an earlier file contained is not taken again. A line with a time is identified by its time, code and
    /// terminal, a line without one by the lines before it. Throws a refusal of the kind `partlyTaken` if the
    /// comparison is inconclusive; nothing of the file is taken then.
    public func take(
        _ file: ReadingFile,
        station: StationName,
        scanner: ScannerName?,
        principal: Principal,
        repetition: UploadRepetition = .detected
    ) async throws -> UploadReport {
        let sender = Sender(station: station, scanner: scanner, principal: principal)
        let identity = UploadIdentity(file, scanner: scanner, sender: principal, repetition: repetition)
        let stored = try await write { transaction in
            try Self.store(file.replayed, identity, from: sender, in: transaction)
        }
        var taken: [UploadedLine] = []
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
        return UploadReport(batch: first, format: file.format, hasTimes: file.hasTimes, lines: taken)
    }

    /// Whether `sender` uploaded the reading or has clearance to see it.
    static func isShown(_ reading: StoredReading, to sender: Principal, in view: LogView) throws -> Bool {
        try reading.reading.principal == sender
            || !isConcealed(reading, view.outcome(of: reading.number), in: view)
    }

    /// The sender of a file, with the defaults for what the file does not state.
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

    /// Stores the new lines.
    ///
    /// Each source has its own batch, so that sources do not share open sessions.
    private static func store(
        _ lines: [ReadingFileLine],
        _ identity: UploadIdentity,
        from sender: Sender,
        in transaction: LogTransaction
    ) throws -> (batches: [LineSource: BatchNumber], fates: [StoredLine]) {
        var batches: [LineSource: BatchNumber] = [:]
        var before: [LineSource: ReadingNumber] = [:]
        var fates: [StoredLine] = []
        for (index, (line, known)) in zip(lines, try identity.known(in: transaction.view)).enumerated() {
            if let known {
                before[line.source] = known
                fates.append(.before(known))
                continue
            }
            guard line.bytes.count <= Reading.longest else {
                let what = Message(
                    "cannot accept a code of {count} byte: the longest has \(Reading.longest, "limit")",
                    plural: "cannot accept a code of {count} bytes: the longest has \(Reading.longest, "limit")",
                    count: line.bytes.count
                )
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
        _ line: ReadingFileLine,
        _ fate: StoredLine,
        of batch: BatchNumber?,
        settings: CirculationSettings,
        in transaction: LogTransaction
    ) throws -> UploadedLine {
        switch fate {
        case .new(let number):
            let outcome = try interpret(number, settings: settings, in: transaction)
            return UploadedLine(line: line, fate: .interpreted(outcome))
        case .before(let number):
            // The place that the earlier line opened applies to the new lines after it.
            guard let stored = try transaction.view.reading(number) else {
                return UploadedLine(line: line, fate: .before(number, nil))
            }
            if let batch {
                let terminal = SessionName(of: batch, scanner: stored.reading.scanner)
                try StationDesk(stored, as: terminal, settings: settings, in: transaction).followPlaces()
            }
            return UploadedLine(line: line, fate: .before(number, try outcomeBefore(of: stored, in: transaction.view)))
        case .refused(let refusal):
            return UploadedLine(line: line, fate: .refused(refusal))
        }
    }
}

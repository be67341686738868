import Barcodes
public import Records
import TransferLog

/// How far a run is, as it is known before and after each word with a printer.
extension Circulation {
    /// A job has these labels from now on, and may print them; it is called `name`, which no other job is.
    public func noteSent(_ positions: [Int], of batch: PrintBatchNumber, job: Int, name: String? = nil) async throws {
        try await write { try $0.mark(positions, of: batch, as: .sent, job: job, jobName: name) }
    }

    /// The printer finished these labels: an entry each, and the run in one change.
    public func notePrinted(_ labels: [BatchLabel], of number: PrintBatchNumber, job: Int) async throws {
        try await write { transaction in
            let batch = try Self.known(number, in: transaction.view)
            try Self.notePrinted(
                labels,
                of: batch,
                job: job,
                by: Attribution(principal: batch.principal),
                in: transaction
            )
        }
    }

    /// These labels did not reach the printer, and wait again.
    public func noteReturned(_ positions: [Int], of batch: PrintBatchNumber) async throws {
        try await write { try $0.mark(positions, of: batch, as: .waiting, job: nil) }
    }

    /// Nobody knows whether these labels came out.
    public func noteDoubtful(_ positions: [Int], of batch: PrintBatchNumber, job: Int) async throws {
        try await write { try $0.mark(positions, of: batch, as: .doubtful, job: job) }
    }

    /// What keeps the run from going on; nil when nothing does.
    public func note(_ trouble: PrintBatch.Trouble?, of batch: PrintBatchNumber) async throws {
        try await write { try $0.note(trouble, of: batch) }
    }

    /// `principal` has the run printed in spite of these kinds of trouble, and of those that were named before.
    public func note(despite kinds: [String], of number: PrintBatchNumber, by principal: Principal) async throws {
        try await write { transaction in
            _ = try Self.open(number, in: transaction.view)
            try transaction.note(despite: kinds, of: number, by: principal)
        }
    }

    /// It is not known which media lie in the printer of a run, for a reason that has this stable word.
    public func note(mediaDoubt word: String, of batch: PrintBatchNumber) async throws {
        try await write { try $0.note(mediaDoubt: word, of: batch) }
    }

    /// How many labels of each run are in doubt, the oldest run first.
    public func doubts() async throws -> [PrintDoubt] { try await read { try $0.doubts() } }

    /// A clerk looked at the labels that nobody knew about.
    public func decide(_ decision: DoubtDecision, in number: PrintBatchNumber, by attribution: Attribution) async throws
    {
        try await write { transaction in
            let batch = try Self.known(number, in: transaction.view)
            let run = transaction.view.unfiltered(because: .wholeRun)
            let labels = try run.labels(of: number, in: .doubtful, limit: NewPrinting.most)
            // Of a run that was taken back what is not there is not wanted any more.
            if labels.isEmpty || batch.state == .done { _ = try Self.open(number, in: transaction.view) }
            switch decision {
            case .print:
                let state = batch.state == .cancelled ? PrintedLabelState.cancelled : .waiting
                try transaction.mark(labels.map(\.position), of: number, as: state, job: nil)
            case .keep:
                for (job, labels) in Dictionary(grouping: labels, by: { $0.job ?? 0 }).sorted(by: { $0.key < $1.key }) {
                    try Self.notePrinted(labels, of: batch, job: job, by: attribution, in: transaction)
                }
            }
        }
    }

    /// Nobody wants the labels that wait; what a printer may have printed stays as it is known.
    public func cancelPrinting(_ number: PrintBatchNumber) async throws {
        try await write { transaction in
            _ = try Self.open(number, in: transaction.view)
            let run = transaction.view.unfiltered(because: .wholeRun)
            let labels = try run.labels(of: number, in: .waiting, limit: NewPrinting.most)
            try transaction.mark(labels.map(\.position), of: number, as: .cancelled, job: nil)
            try transaction.end(number, as: .cancelled)
        }
    }

    /// Somebody scanned a label that was in doubt, and whose number was minted for its run: it came out.
    static func noteCameOut(_ barcode: Barcode, by attribution: Attribution, in transaction: LogTransaction) throws {
        let run = transaction.view.unfiltered(because: .wholeRun)
        guard let (number, position) = try run.doubtfulLabel(barcode: barcode),
            let label = try run.labels(of: number, in: .doubtful, after: position - 1, limit: 1).first,
            label.position == position,
            // An entry more would disclose what the clerk may not know of.
            try !transaction.view.hides(label.record)
        else { return }
        let batch = try known(number, in: run)
        try notePrinted([label], of: batch, job: label.job ?? 0, by: attribution, in: transaction)
    }

    private static func notePrinted(
        _ labels: [BatchLabel],
        of batch: PrintBatch,
        job: Int,
        by attribution: Attribution,
        in transaction: LogTransaction
    ) throws {
        for label in labels {
            let print = LabelPrint(
                subject: label.record,
                template: batch.template,
                printer: batch.printer,
                job: job,
                copies: batch.copies,
                batch: batch.number,
                reason: batch.reason,
                circumstances: PrintCircumstances(batch, author: attribution.principal)
            )
            try transaction.append(.labelPrinted(print), by: attribution)
        }
        try transaction.mark(labels.map(\.position), of: batch.number, as: .printed, job: job)
        let run = transaction.view.unfiltered(because: .wholeRun)
        guard try known(batch.number, in: run).tally.isSettled, batch.state == .open else { return }
        try transaction.note(nil, of: batch.number)
        try transaction.end(batch.number, as: .done)
    }

    private static func open(_ number: PrintBatchNumber, in view: LogView) throws -> PrintBatch {
        let batch = try known(number, in: view)
        guard batch.state == .open else {
            throw Refusal(
                .printBatchEnded,
                "cannot go on with the run of labels \(number): it is \(batch.state.rawValue)"
            )
        }
        return batch
    }
}

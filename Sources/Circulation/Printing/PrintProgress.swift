package import Barcodes
import Localization
public import TransferLog
public import Vocabulary

/// The progress of a print run, recorded before and after each exchange with a printer.
extension Circulation {
    /// Records that a job with the unique name `name` contains these labels and may print them.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func noteSent(_ positions: [Int], of batch: PrintBatchNumber, job: Int, name: String? = nil) async throws {
        try await write { try $0.mark(positions, of: batch, as: .sent, job: job, jobName: name) }
    }

    /// Records that the printer finished these labels: one entry each, and the run in one transaction.
    ///
    /// - Parameter areSlips: whether they are out-guide slips, which stand in the places of items.
    /// - Throws: ``Refusal`` if there is no such run; `TransferLogError` if the log cannot be written.
    public func notePrinted(
        _ labels: [BatchLabel],
        of number: PrintBatchNumber,
        job: Int,
        areSlips: Bool = false
    ) async throws {
        try await write { transaction in
            let batch = try Self.known(number, in: transaction.view)
            try Self.notePrinted(
                labels,
                of: batch,
                job: job,
                by: Attribution(principal: batch.principal),
                in: transaction
            )
            // This settles a label or slip that a station failed to print.
            try transaction.notePrinted(of: labels.map(\.entity), areSlips: areSlips)
        }
    }

    /// Records a finished print about an entity other than its label, such as a slip.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func notePrinted(_ print: LabelPrint, by attribution: Attribution) async throws {
        _ = try await write { try $0.append(.labelPrinted(print), by: attribution) }
    }

    /// Records a finished print that is not about an entity.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func notePrinted(_ print: PagePrint, by attribution: Attribution) async throws {
        _ = try await write { try $0.append(.pagePrinted(print), by: attribution) }
    }

    /// Records that these labels did not reach the printer and are waiting again.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func noteReturned(_ positions: [Int], of batch: PrintBatchNumber) async throws {
        try await write { try $0.mark(positions, of: batch, as: .waiting, job: nil) }
    }

    /// Records that it is uncertain whether these labels were printed.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func noteDoubtful(_ positions: [Int], of batch: PrintBatchNumber, job: Int) async throws {
        try await write { try $0.mark(positions, of: batch, as: .doubtful, job: job) }
    }

    /// Records what prevents the run from continuing; nil clears it.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func note(_ trouble: PrintBatch.Trouble?, of batch: PrintBatchNumber) async throws {
        try await write { try $0.note(trouble, of: batch) }
    }

    /// Records that `principal` has the run printed despite these kinds of trouble, in addition to earlier ones.
    ///
    /// - Throws: ``Refusal`` if there is no such run, or if it ended; `TransferLogError` if the log cannot be written.
    public func note(despite kinds: [String], of number: PrintBatchNumber, by principal: Principal) async throws {
        try await write { transaction in
            _ = try Self.open(number, in: transaction.view)
            try transaction.note(despite: kinds, of: number, by: principal)
        }
    }

    /// Records that the media in the printer of a run are unknown.
    ///
    /// `word` is the stable word for the reason.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func note(mediaDoubt word: String, of batch: PrintBatchNumber) async throws {
        try await write { try $0.note(mediaDoubt: word, of: batch) }
    }

    /// Returns the number of doubtful labels of each run, oldest run first.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func doubts() async throws -> [PrintDoubt] { try await read { try $0.doubts() } }

    /// Records what a clerk decided after inspecting the doubtful labels.
    ///
    /// The same `key` decides once: labels that became doubtful since are not affected.
    ///
    /// - Throws: ``Refusal`` if there is no such run, or if it ended without doubtful labels; `TransferLogError` if the
    ///   log cannot be written.
    public func decide(
        _ decision: DoubtDecision,
        in number: PrintBatchNumber,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws {
        try await write { transaction in
            if let key, try transaction.result(of: key) != nil { return }
            let batch = try Self.known(number, in: transaction.view)
            let run = transaction.view.unfiltered(because: .wholeRun)
            let labels = try run.labels(of: number, in: .doubtful, limit: NewPrinting.most)
            // In a cancelled run, labels that were not printed are cancelled, too.
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
            guard let key else { return }
            let result = RequestResult(entries: transaction.appendedEntries)
            try transaction.remember(result, of: key, about: labels.map(\.entity))
        }
    }

    /// Cancels the waiting labels of a run.
    ///
    /// Labels that a printer may have printed keep their state.
    ///
    /// - Throws: ``Refusal`` if there is no such run, or if it ended; `TransferLogError` if the log cannot be written.
    public func cancelPrinting(_ number: PrintBatchNumber) async throws {
        try await write { transaction in
            _ = try Self.open(number, in: transaction.view)
            let run = transaction.view.unfiltered(because: .wholeRun)
            let labels = try run.labels(of: number, in: .waiting, limit: NewPrinting.most)
            try transaction.mark(labels.map(\.position), of: number, as: .cancelled, job: nil)
            try transaction.end(number, as: .cancelled)
        }
    }

    /// Records that a doubtful label whose number was minted for its run was scanned: it was printed.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    package static func noteCameOut(
        _ barcode: Barcode,
        by attribution: Attribution,
        in transaction: LogTransaction
    ) throws {
        let run = transaction.view.unfiltered(because: .wholeRun)
        guard let (number, position) = try run.doubtfulLabel(barcode: barcode),
            let label = try run.labels(of: number, in: .doubtful, after: position - 1, limit: 1).first,
            label.position == position,
            // An additional entry would disclose a concealed entity to the clerk.
            try !transaction.view.hides(label.entity)
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
                subject: label.entity,
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
            let what =
                batch.state == .cancelled
                ? Message("cannot go on with the run of labels \(number, "run"): it is cancelled")
                : Message("cannot go on with the run of labels \(number, "run"): it is done")
            throw Refusal(.printBatchEnded, what)
        }
        return batch
    }
}

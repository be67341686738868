package import Circulation
package import Vocabulary

/// A wait for the progress of a print batch.
package struct PrintWait: Sendable {
    /// When the wait ends.
    package enum Moment: String, Sendable {
        /// As soon as the batch is recorded, before anything is sent to a printer.
        case begun
        case accepted
        case printed
    }

    private let number: PrintBatchNumber
    private let moment: Moment
    private let circulation: Circulation
    private let progress: AsyncStream<PrintProgress>
    /// The batch, if there is nothing to wait for.
    private let batch: PrintBatch?

    fileprivate init(
        for number: PrintBatchNumber,
        until moment: Moment,
        _ progress: AsyncStream<PrintProgress>,
        in circulation: Circulation,
        isOver batch: PrintBatch? = nil
    ) {
        self.number = number
        self.moment = moment
        self.circulation = circulation
        self.progress = progress
        self.batch = batch
    }

    /// Returns the batch when it has reached the moment.
    ///
    /// Throws the ``PrintingError`` that stops it. The batch stays open, and continues by itself where only the printer
    /// needs attention. Temporary obstacles are reported to `waiting`. After a cancellation of the wait the batch
    /// continues.
    package func end(waiting: @escaping @Sendable (PrintBatch.Trouble) -> Void = { _ in }) async throws -> PrintBatch {
        if let batch { return batch }
        for await event in progress {
            switch event {
            case .trouble(let error): throw error
            case .accepted where moment == .accepted: return try await circulation.printBatch(number)
            case .ended: return try Self.ended(try await circulation.printBatch(number))
            case .waiting(let trouble): waiting(trouble)
            case .accepted, .printed, .going: break
            }
        }
        try Task.checkCancellation()
        throw PrintingError.ending(number)
    }

    /// Returns a finished batch; throws the reason when it is not finished.
    fileprivate static func ended(_ batch: PrintBatch) throws(PrintingError) -> PrintBatch {
        guard batch.state != .done else { return batch }
        if let trouble = batch.trouble { throw .stopped(trouble) }
        throw batch.state == .cancelled ? .cancelled(batch.number) : .unfinished(batch.number)
    }
}

/// Starts and cancels print batches, and waits for their progress.
package struct PrintBatches: Sendable {
    let runs: PrintRuns
    let circulation: Circulation

    /// Starts a batch unless it is running, and returns a wait for it; throws if it has ended without printing.
    package func start(
        _ number: PrintBatchNumber,
        until moment: PrintWait.Moment,
        on target: PrintTarget? = nil,
        despite overrides: [PrintOverride] = []
    ) async throws -> PrintWait {
        let progress = await runs.progress(of: number)
        let before = try await circulation.printBatch(number)
        func wait(isOver batch: PrintBatch? = nil) -> PrintWait {
            PrintWait(for: number, until: moment, progress, in: circulation, isOver: batch)
        }
        guard before.state == .open else { return wait(isOver: try PrintWait.ended(before)) }
        // A batch that is only being settled must be started to print.
        if await runs.isPrinting(number) {
            if let trouble = before.trouble { throw PrintingError.stopped(trouble) }
            if moment == .begun { return wait(isOver: before) }
            if moment == .accepted, before.tally[.sent] + before.tally[.printed] > 0 { return wait(isOver: before) }
        }
        // The earlier obstacle may be gone, so the batch is tried again.
        if before.trouble != nil { try await circulation.note(nil, of: number) }
        await runs.begin(number, on: target, despite: overrides)
        return wait(isOver: moment == .begun ? before : nil)
    }

    /// Returns when the batch changes, or after `limit`.
    ///
    /// Returns immediately when the batch is not running, when its printed count differs from `printed`, or when it
    /// is in trouble of another kind than `seen`.
    ///
    /// - Throws: `Refusal` if there is no such batch; `TransferLogError` if the log cannot be read.
    package func waitForChange(
        of number: PrintBatchNumber,
        printed: Int?,
        _ seen: String? = nil,
        within limit: Duration
    ) async throws {
        let progress = await runs.progress(of: number)
        let batch = try await circulation.printBatch(number)
        let waits = await runs.waits(of: [number])
        let kind = batch.trouble?.kind ?? waits[number]?.kind ?? ""
        guard await runs.isRunning(number), seen == nil || seen == kind,
            printed == nil || printed == batch.tally[.printed]
        else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await event in progress {
                    if case .accepted = event { continue }
                    return
                }
            }
            group.addTask { try? await Task.sleep(for: limit) }
            await group.next()
            group.cancelAll()
        }
    }

    /// Cancels the unprinted labels of a batch, and returns when it has stopped; `circulation` is the caller's.
    ///
    /// - Throws: `Refusal` if there is no such batch; `TransferLogError` if the log cannot be written.
    package func cancel(_ number: PrintBatchNumber, in circulation: Circulation) async throws {
        let progress = await runs.progress(of: number)
        if await runs.cancel(number) {
            for await event in progress { if case .ended = event { break } }
        }
        if try await circulation.printBatch(number).state == .open { try await circulation.cancelPrinting(number) }
    }
}

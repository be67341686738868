package import Vocabulary

/// Tracks the print batches in progress and the clients that wait for them.
package actor PrintRuns {
    /// A print batch to run.
    struct Start: Sendable {
        let number: PrintBatchNumber
        /// Whether only the outcome of labels already sent is to be determined.
        let onlySettles: Bool
        /// The printer, if it was checked a moment ago.
        let target: PrintTarget?
        /// Kinds of trouble that a clerk overrides, whether the printer reports them or not.
        let overrides: [PrintOverride]
        let wish: PrintWish
    }

    /// Print batches to run, in order.
    nonisolated let starts: AsyncStream<Start>
    private nonisolated let start: AsyncStream<Start>.Continuation
    private var running: [PrintBatchNumber: Start] = [:]
    /// Print batches to print after their sent labels are settled, with the printers checked for them.
    private var following: [PrintBatchNumber: (target: PrintTarget?, overrides: [PrintOverride])] = [:]
    /// What the running batches wait for.
    private var waits: [PrintBatchNumber: (trouble: PrintBatch.Trouble, isPassing: Bool)] = [:]
    private var listeners: [PrintBatchNumber: [Int: AsyncStream<PrintProgress>.Continuation]] = [:]
    private var nextListener = 0
    private var isClosed = false

    package init() { (starts, start) = AsyncStream.makeStream() }

    package func isRunning(_ number: PrintBatchNumber) -> Bool { running[number] != nil }

    /// The running batches among `numbers`.
    package func running(_ numbers: [PrintBatchNumber]) -> Set<PrintBatchNumber> {
        Set(numbers.filter { running[$0] != nil })
    }

    /// Whether a batch is printing or about to, rather than only settling labels sent earlier.
    func isPrinting(_ number: PrintBatchNumber) -> Bool {
        following.keys.contains(number) || running[number].map { !$0.onlySettles } == true
    }

    /// Starts a batch unless it is already running; one that is only being settled starts afterwards.
    func begin(
        _ number: PrintBatchNumber,
        onlySettles: Bool = false,
        on target: PrintTarget? = nil,
        despite overrides: [PrintOverride] = []
    ) {
        guard !isClosed else { return }
        if let current = running[number] {
            if current.onlySettles, !onlySettles { following[number] = (target, overrides) }
            return
        }
        let begun = Start(
            number: number,
            onlySettles: onlySettles,
            target: target,
            overrides: overrides,
            wish: PrintWish()
        )
        running[number] = begun
        start.yield(begun)
    }

    /// The progress of a batch from now on; ends with the batch, or immediately when the daemon stops.
    func progress(of number: PrintBatchNumber) -> AsyncStream<PrintProgress> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: PrintProgress.self,
            bufferingPolicy: .bufferingNewest(64)
        )
        guard !isClosed else {
            continuation.finish()
            return stream
        }
        nextListener += 1
        let listener = nextListener
        listeners[number, default: [:]][listener] = continuation
        continuation.onTermination = { [weak self] _ in
            Task { await self?.forget(listener, of: number) }
        }
        return stream
    }

    /// Asks a running batch to cancel its unprinted labels; returns false when it is not running.
    func cancel(_ number: PrintBatchNumber) -> Bool {
        guard let current = running[number] else { return false }
        following[number] = nil
        current.wish.cancel()
        return true
    }

    /// The temporary obstacles of the batches among `numbers`, which pass by themselves or with work at the printer.
    package func waits(of numbers: [PrintBatchNumber]) -> [PrintBatchNumber: PrintBatch.Trouble] {
        var found: [PrintBatchNumber: PrintBatch.Trouble] = [:]
        for number in numbers {
            if let wait = waits[number], wait.isPassing { found[number] = wait.trouble }
        }
        return found
    }

    /// Records what a batch waits for; nil for nothing.
    ///
    /// Returns whether this is a change, and whether the batch was in trouble before.
    func note(
        _ trouble: PrintBatch.Trouble?,
        isPassing: Bool,
        of number: PrintBatchNumber
    ) -> (isNews: Bool, wasInTrouble: Bool) {
        let before = waits[number]
        waits[number] = trouble.map { ($0, isPassing) }
        return (trouble?.kind != before?.trouble.kind, before?.isPassing == false)
    }

    /// Sends `progress` to all clients that wait for the batch.
    func report(_ progress: PrintProgress, of number: PrintBatchNumber) {
        for listener in (listeners[number] ?? [:]).values { listener.yield(progress) }
    }

    /// Ends a batch, or restarts it when printing was requested during settling.
    func end(_ number: PrintBatchNumber) {
        running[number] = nil
        waits[number] = nil
        if let next = following.removeValue(forKey: number) {
            return begin(number, on: next.target, despite: next.overrides)
        }
        report(.ended, of: number)
    }

    /// Releases all waiting clients, and starts no further batches.
    func close() {
        isClosed = true
        start.finish()
        for listener in listeners.values.flatMap(\.values) { listener.finish() }
        listeners = [:]
    }

    private func forget(_ listener: Int, of number: PrintBatchNumber) {
        listeners[number]?[listener] = nil
        if listeners[number]?.isEmpty == true { listeners[number] = nil }
    }
}

/// A progress event of a running print batch.
enum PrintProgress: Sendable {
    /// A printer or its queue has accepted labels.
    case accepted
    case printed
    /// The batch is stopped.
    case trouble(PrintingError)
    /// It waits for a temporary obstacle, which passes by itself or with work at the printer.
    case waiting(PrintBatch.Trouble)
    /// The obstacle is gone.
    case going
    /// The batch has stopped, and does not continue by itself.
    case ended
}

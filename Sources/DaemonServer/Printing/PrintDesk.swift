import Records
import Wire

/// Which runs of labels are at work, and who waits for them.
actor PrintDesk {
    /// A run to be taken up.
    struct Start: Sendable {
        let number: PrintBatchNumber
        /// Whether it is only to be learnt how sent labels ended.
        let onlySettles: Bool
        /// The printer that was asked a moment ago.
        let target: PrintTarget?
        let wish: PrintWish
    }

    /// Who has printers to himself.
    nonisolated let turns = PrinterTurns()
    /// Runs to be taken up, in order.
    nonisolated let starts: AsyncStream<Start>
    private nonisolated let start: AsyncStream<Start>.Continuation
    private var running: [PrintBatchNumber: Start] = [:]
    /// Runs that are to be printed once it is learnt how their sent labels ended, and the printers asked for it.
    private var following: [PrintBatchNumber: PrintTarget?] = [:]
    /// What the runs that are at work wait for.
    private var waits: [PrintBatchNumber: (problem: Problem, isPassing: Bool)] = [:]
    private var listeners: [PrintBatchNumber: [Int: AsyncStream<PrintProgress>.Continuation]] = [:]
    private var nextListener = 0
    private var isClosed = false

    init() { (starts, start) = AsyncStream.makeStream() }

    func isRunning(_ number: PrintBatchNumber) -> Bool { running[number] != nil }

    /// Those of `numbers` that run.
    func running(_ numbers: [PrintBatchNumber]) -> Set<PrintBatchNumber> {
        Set(numbers.filter { running[$0] != nil })
    }

    /// Whether a run prints or is about to, and does not only learn how labels ended that were sent before.
    func isPrinting(_ number: PrintBatchNumber) -> Bool {
        following.keys.contains(number) || running[number].map { !$0.onlySettles } == true
    }

    /// Takes up a run unless it is at work already; one of which only is learnt how it ended goes on after that.
    func begin(_ number: PrintBatchNumber, onlySettles: Bool = false, on target: PrintTarget? = nil) {
        guard !isClosed else { return }
        if let current = running[number] {
            if current.onlySettles, !onlySettles { following[number] = .some(target) }
            return
        }
        let begun = Start(number: number, onlySettles: onlySettles, target: target, wish: PrintWish())
        running[number] = begun
        start.yield(begun)
    }

    /// What happens to a run from now on; it ends with the run, or at once when the daemon ends.
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

    /// Asks a run to take back what is not printed; false when it is not at work.
    func cancel(_ number: PrintBatchNumber) -> Bool {
        guard let current = running[number] else { return false }
        following[number] = nil
        current.wish.cancel()
        return true
    }

    /// What those of `numbers` wait for that passes by itself, or with the work at the printer.
    func waits(of numbers: [PrintBatchNumber]) -> [PrintBatchNumber: Problem] {
        var found: [PrintBatchNumber: Problem] = [:]
        for number in numbers {
            if let wait = waits[number], wait.isPassing { found[number] = wait.problem }
        }
        return found
    }

    /// Keeps what a run waits for, nil for nothing.
    ///
    /// Returns whether that is news, and whether it was in trouble before.
    func note(_ problem: Problem?, isPassing: Bool, of number: PrintBatchNumber) -> (isNews: Bool, wasInTrouble: Bool) {
        let before = waits[number]
        waits[number] = problem.map { ($0, isPassing) }
        return (problem?.kind != before?.problem.kind, before?.isPassing == false)
    }

    /// Tells everybody who waits for a run.
    func tell(_ progress: PrintProgress, of number: PrintBatchNumber) {
        for listener in (listeners[number] ?? [:]).values { listener.yield(progress) }
    }

    /// A run does nothing more by itself.
    func end(_ number: PrintBatchNumber) {
        running[number] = nil
        waits[number] = nil
        if let target = following.removeValue(forKey: number) { return begin(number, on: target) }
        tell(.ended, of: number)
    }

    /// Lets everybody who waits go, and takes up nothing more.
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

import Synchronization

/// Hands events from the reading thread to one task, with a bound; it never makes the thread wait.
///
/// What does not fit is counted, and the count takes the place of the lost events as soon as there is room for it.
final class ScannerEventQueue: Sendable {
    private struct State {
        var events: [ScannerEvent] = []
        var lost = 0
        var isFinished = false
        var waiter: CheckedContinuation<ScannerEvent?, Never>?
    }

    private let capacity: Int
    private let state = Mutex(State())

    init(capacity: Int) {
        self.capacity = max(capacity, 1)
    }

    func push(_ event: ScannerEvent) {
        let waiter = state.withLock { state -> CheckedContinuation<ScannerEvent?, Never>? in
            if let waiter = state.waiter.take() { return waiter }
            if state.lost > 0 || state.events.count >= capacity {
                state.lost += 1
            } else {
                state.events.append(event)
            }
            return nil
        }
        waiter?.resume(returning: event)
    }

    /// Ends the sequence after what it still holds.
    func finish() {
        let waiter = state.withLock { state in
            state.isFinished = true
            return state.waiter.take()
        }
        waiter?.resume(returning: nil)
    }

    /// The next event; nil at the end, when the task is cancelled, or when another task waits already.
    func next() async -> ScannerEvent? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: ScannerEvent?? = state.withLock { state in
                    if let event = Self.take(from: &state) { return event }
                    if state.isFinished || state.waiter != nil || Task.isCancelled { return .some(nil) }
                    state.waiter = continuation
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            state.withLock { $0.waiter.take() }?.resume(returning: nil)
        }
    }

    private static func take(from state: inout State) -> ScannerEvent? {
        guard !state.events.isEmpty else { return nil }
        let event = state.events.removeFirst()
        if state.lost > 0 {
            state.events.append(.overflowed(lost: state.lost))
            state.lost = 0
        }
        return event
    }
}

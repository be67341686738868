import Synchronization

/// Hands elements from the reading thread to one task, with a bound; it never makes the thread wait.
///
/// What does not fit is counted, and the count takes the place of what is lost as soon as there is room for it.
final class BoundedQueue<Element: Sendable>: Sendable {
    private struct State {
        var elements: [Element] = []
        /// Where the next element stands in `elements`.
        var first = 0
        var lost = 0
        var isFinished = false
        var waiter: CheckedContinuation<Element?, Never>?

        var count: Int { elements.count - first }

        mutating func take(lossesAs loss: (Int) -> Element) -> Element? {
            guard first < elements.count else { return nil }
            let element = elements[first]
            first += 1
            if first == elements.count || first >= 1_024 {
                elements.removeFirst(first)
                first = 0
            }
            if lost > 0 {
                elements.append(loss(lost))
                lost = 0
            }
            return element
        }
    }

    private let capacity: Int
    private let loss: @Sendable (Int) -> Element
    private let state = Mutex(State())

    /// A queue that tells by `loss` how many elements are missing at that place.
    init(capacity: Int, loss: @escaping @Sendable (Int) -> Element) {
        self.capacity = max(capacity, 1)
        self.loss = loss
    }

    func push(_ element: Element) {
        let waiter = state.withLock { state -> CheckedContinuation<Element?, Never>? in
            if state.isFinished { return nil }
            if let waiter = state.waiter.take() { return waiter }
            if state.lost > 0 || state.count >= capacity {
                state.lost += 1
            } else {
                state.elements.append(element)
            }
            return nil
        }
        waiter?.resume(returning: element)
    }

    /// Ends the sequence after what it still holds.
    func finish() {
        let waiter = state.withLock { state in
            state.isFinished = true
            return state.waiter.take()
        }
        waiter?.resume(returning: nil)
    }

    /// The next element; nil at the end, when the task is cancelled, or when another task waits already.
    func next() async -> Element? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: Element?? = state.withLock { state in
                    if let element = state.take(lossesAs: loss) { return element }
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
}

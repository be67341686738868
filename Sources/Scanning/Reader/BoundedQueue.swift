import Synchronization

/// A bounded queue from the reading thread to one task; it never blocks the thread.
///
/// Elements that do not fit are combined into one element, which is queued in their place as soon as there is room.
final class BoundedQueue<Element: Sendable>: Sendable {
    private struct State {
        var elements: [Element] = []
        /// The index of the next element in `elements`.
        var first = 0
        /// The combined elements that were lost after the last one.
        var loss: Element?
        var isFinished = false
        var waiter: CheckedContinuation<Element?, Never>?

        var count: Int { elements.count - first }

        mutating func take() -> Element? {
            guard first < elements.count else { return nil }
            let element = elements[first]
            first += 1
            if first == elements.count || first >= 1_024 {
                elements.removeFirst(first)
                first = 0
            }
            if let loss = loss.take() { elements.append(loss) }
            return element
        }
    }

    private let capacity: Int
    private let sum: @Sendable (Element?, Element) -> Element
    private let state = Mutex(State())

    /// Creates a queue that combines consecutive losses: `sum` adds an element to the loss before it, if any.
    init(capacity: Int, losing sum: @escaping @Sendable (Element?, Element) -> Element) {
        self.capacity = max(capacity, 1)
        self.sum = sum
    }

    func push(_ element: Element) {
        let waiter = state.withLock { state -> CheckedContinuation<Element?, Never>? in
            if state.isFinished { return nil }
            if let waiter = state.waiter.take() { return waiter }
            if state.loss != nil || state.count >= capacity {
                state.loss = sum(state.loss, element)
            } else {
                state.elements.append(element)
            }
            return nil
        }
        waiter?.resume(returning: element)
    }

    /// Ends the sequence after the remaining elements.
    func finish() {
        let waiter = state.withLock { state in
            state.isFinished = true
            return state.waiter.take()
        }
        waiter?.resume(returning: nil)
    }

    /// The next element; nil at the end, when the task is cancelled, or when another task is already waiting.
    func next() async -> Element? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: Element?? = state.withLock { state in
                    if let element = state.take() { return element }
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

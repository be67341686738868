/// The events of one reader, for one task; it ends when the reader has stopped and closed everything.
public struct ScannerEvents: AsyncSequence, Sendable {
    public typealias Element = ScannerEvent
    public typealias Failure = Never

    let queue: BoundedQueue<ScannerEvent>

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(queue: queue) }

    /// Takes events out of the bounded queue of the reader; not Sendable, as one task takes them.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let queue: BoundedQueue<ScannerEvent>

        public mutating func next() async -> ScannerEvent? { await queue.next() }

        public mutating func next(isolation actor: isolated (any Actor)?) async -> ScannerEvent? { await queue.next() }
    }
}

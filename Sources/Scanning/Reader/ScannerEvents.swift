/// The events of one reader, for one task; the sequence ends when the reader has stopped and closed all devices.
public struct ScannerEvents: AsyncSequence, Sendable {
    public typealias Element = ScannerEvent
    public typealias Failure = Never

    let queue: BoundedQueue<ScannerEvent>

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(queue: queue) }

    /// Takes events from the reader's bounded queue; not Sendable, because only one task may use it.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let queue: BoundedQueue<ScannerEvent>

        public mutating func next() async -> ScannerEvent? { await queue.next() }

        public mutating func next(isolation actor: isolated (any Actor)?) async -> ScannerEvent? { await queue.next() }
    }
}

/// What the scanners of one name send, for one task; it ends when the reader stops, and is watched until released.
public final class ScannerSignals: AsyncSequence, Sendable {
    public typealias Element = ScannerSignal
    public typealias Failure = Never

    private let watch: ScannerWatch
    private let mailbox: ReaderMailbox

    init(watch: ScannerWatch, mailbox: ReaderMailbox) {
        self.watch = watch
        self.mailbox = mailbox
        mailbox.send(.watch(watch))
    }

    deinit { mailbox.send(.endWatching(watch)) }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(signals: self, queue: watch.queue) }

    /// Takes signals out of a bounded queue; not Sendable, as one task takes them.
    public struct AsyncIterator: AsyncIteratorProtocol {
        /// Keeps the watch alive.
        let signals: ScannerSignals
        let queue: BoundedQueue<ScannerSignal>

        public mutating func next() async -> ScannerSignal? { await queue.next() }

        public mutating func next(isolation actor: isolated (any Actor)?) async -> ScannerSignal? { await queue.next() }
    }
}

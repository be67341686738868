/// The signals of the scanners with one name, for one task.
///
/// The sequence ends when the reader stops; the watch ends when this object is released.
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

    /// Takes signals from a bounded queue; not Sendable, because only one task may use it.
    public struct AsyncIterator: AsyncIteratorProtocol {
        /// Keeps the watch alive.
        let signals: ScannerSignals
        let queue: BoundedQueue<ScannerSignal>

        public mutating func next() async -> ScannerSignal? { await queue.next() }

        public mutating func next(isolation actor: isolated (any Actor)?) async -> ScannerSignal? { await queue.next() }
    }
}

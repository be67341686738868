import Synchronization

/// A queue of news in order.
///
/// The screen takes all of it together, so that it does not lag behind.
final class StationNewsBox: Sendable {
    /// If there is more than this, the screen cannot keep up: the oldest news is dropped, and a poll supplies the rest.
    private static let capacity = 4_096

    private let waiting = Mutex<[StationNews]>([])
    /// Wakes the consumer, once for any number of news.
    let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation

    init() { (wakes, waker) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1)) }

    func put(_ news: StationNews) {
        waiting.withLock { waiting in
            if waiting.count >= Self.capacity { waiting.removeFirst(Self.capacity / 2) }
            waiting.append(news)
        }
        waker.yield()
    }

    func takeAll() -> [StationNews] {
        waiting.withLock { waiting in
            defer { waiting.removeAll() }
            return waiting
        }
    }
}

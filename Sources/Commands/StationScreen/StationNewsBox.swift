import Synchronization

/// What is not shown yet, in order; whoever shows it takes all of it at once, so that no screen lags behind.
final class StationNewsBox: Sendable {
    /// More than this and the screen is not able to show anything: what is oldest goes, a poll tells the rest.
    private static let capacity = 4_096

    private let waiting = Mutex<[StationNews]>([])
    /// Wakes the one who shows; once is enough for any number of news.
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

import Synchronization

/// Collects events for the worker of one drop folder while it is busy.
final class FolderInbox: Sendable {
    struct News {
        /// Whether the folder's contents may have changed.
        var mustLook = false
        var prepared: [(file: WaitingFile, result: DocumentIntake.Prepared)] = []
    }

    /// Yields one element for any number of pending events.
    let wakes: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    private let news = Mutex(News())

    init() { (wakes, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    func askToLook() {
        news.withLock { $0.mustLook = true }
        continuation.yield()
    }

    func post(_ result: DocumentIntake.Prepared, of file: WaitingFile) {
        news.withLock { $0.prepared.append((file, result)) }
        continuation.yield()
    }

    func take() -> News {
        news.withLock { news in
            defer { news = News() }
            return news
        }
    }
}

import Synchronization

/// What comes in for the work on one drop folder while it does something else.
final class FolderInbox: Sendable {
    struct News {
        /// Whether something in the folder may have changed.
        var mustLook = false
        var prepared: [(file: WaitingFile, result: DocumentIntake.Prepared)] = []
    }

    /// An element for any amount of news.
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

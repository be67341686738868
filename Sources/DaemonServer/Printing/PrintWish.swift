import Synchronization

/// Whether a run at work is still wanted.
final class PrintWish: Sendable {
    private let flag = Mutex(false)

    var isCancelled: Bool { flag.withLock { $0 } }

    func cancel() { flag.withLock { $0 = true } }
}

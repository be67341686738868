import Synchronization

/// Counts reloads of the configuration.
final class Reloads: Sendable {
    private let counts = Mutex((done: 0, refused: 0))

    var done: Int { counts.withLock { $0.done } }
    var refused: Int { counts.withLock { $0.refused } }

    func count(isDone: Bool) {
        counts.withLock { if isDone { $0.done += 1 } else { $0.refused += 1 } }
    }
}

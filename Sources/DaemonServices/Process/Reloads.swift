import Synchronization

/// Counts reloads of the configuration.
package final class Reloads: Sendable {
    private let counts = Mutex((done: 0, refused: 0))

    package init() {}

    package var done: Int { counts.withLock { $0.done } }
    package var refused: Int { counts.withLock { $0.refused } }

    func count(isDone: Bool) {
        counts.withLock { if isDone { $0.done += 1 } else { $0.refused += 1 } }
    }
}

import LogProof
import Records
import Synchronization

/// What the writer remembers between changes, so that it need not read it back each time.
///
/// It is worked out anew from the database when a change was undone in between.
final class WriterMemory: Sendable {
    private struct State {
        var frontier = TreeFrontier()
        var lastRecordedAt: Timestamp?
    }

    private let state = Mutex(State())

    /// The edge of the tree with `size` leaves.
    func frontier(size: Int64, reading node: (TreeNodeID) throws -> TreeHash) throws -> TreeFrontier {
        if let known = state.withLock({ $0.frontier.size == size ? $0.frontier : nil }) { return known }
        return try TreeFrontier(size: size, reading: node)
    }

    func keep(_ frontier: TreeFrontier, recordedAt: Timestamp) {
        state.withLock { state in
            state.frontier = frontier
            state.lastRecordedAt = recordedAt
        }
    }

    /// Nothing that was known holds for the log any more.
    func forget() { state.withLock { $0 = State() } }

    /// When the newest entry was written; nil before the first one of this run.
    var lastRecordedAt: Timestamp? { state.withLock { $0.lastRecordedAt } }
}

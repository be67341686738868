import LogProof
import Synchronization
import Vocabulary

/// The state needed to append the next entry.
struct LogTip: Sendable {
    /// The edge of the tree; its size is the number of the newest entry.
    var frontier: TreeFrontier
    /// When the newest entry was recorded; nil in an empty log.
    var lastRecordedAt: Timestamp?

    init(frontier: TreeFrontier, lastRecordedAt: Timestamp?) {
        self.frontier = frontier
        self.lastRecordedAt = lastRecordedAt
    }

    /// Reads the state from the log.
    init(of view: LogView) throws {
        let newest = try view.newestEntry()
        frontier = try TreeFrontier(size: newest?.rawValue ?? 0) { try view.treeNode($0) }
        lastRecordedAt = try newest.map { try view.entry($0).recordedAt }
    }
}

/// The writer's cached state between transactions, which need not be read again each time.
final class WriterMemory: Sendable {
    private let state = Mutex<LogTip?>(nil)

    /// The end of the log after the last transaction; nil when it must be read.
    var tip: LogTip? { state.withLock { $0 } }

    func keep(_ tip: LogTip?) { state.withLock { $0 = tip } }

    /// Clears the cache after a rollback, so that the state is read again.
    func forget() { keep(nil) }
}

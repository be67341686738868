import GRDB
import Synchronization

/// Carries what is committed from the write-ahead log into the database, beside the writer and not in its way.
///
/// Left to the writer, every hundredth move or so would wait until a thousand pages from all over a large database are
/// on the disk. What cannot be carried over stays in the write-ahead log, is found there, and is tried again later.
final class WriteAheadDrain: Sendable {
    /// Pages (of 4 KiB) in the write-ahead log at which the writer does it itself: only there does it begin anew.
    static let writersPages = 8_192
    /// Changed rows between two drains: some thousand pages when each is moved alone.
    private static let rows = 4_000

    private struct State {
        var rowsAtLast = 0
        var isDraining = false
        var isClosed = false
    }

    private let connection: DatabaseQueue
    private let state = Mutex(State())

    init(path: String) throws {
        var configuration = Configuration()
        configuration.label = "outguide.log.drain"
        configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
        connection = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Begins to drain when the writer has committed enough since it began last; called after each commit.
    func noteCommit(by writer: Database) {
        let rows = writer.totalChangesCount
        let mustStart = state.withLock { state in
            guard !state.isDraining, rows - state.rowsAtLast >= Self.rows else { return false }
            state.isDraining = true
            state.rowsAtLast = rows
            return true
        }
        guard mustStart else { return }
        connection.asyncWriteWithoutTransaction { [self] db in
            // The last commit may be noted after the end, and GRDB would hand SQLite a connection that is none any more.
            // A disk that is full or fails says so to the next commit.
            if !state.withLock({ $0.isClosed }) { _ = try? db.checkpoint(.passive) }
            state.withLock { $0.isDraining = false }
        }
    }

    /// Runs `work` while nothing drains: another checkpoint is refused and not kept waiting meanwhile.
    func pausing<Answer: Sendable>(_ work: @escaping @Sendable () throws -> Answer) async throws -> Answer {
        try await connection.writeWithoutTransaction { _ in try work() }
    }

    /// Ends; what is under way is finished.
    func close() throws {
        state.withLock { $0.isClosed = true }
        try connection.close()
    }
}

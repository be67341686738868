import GRDB
import Synchronization

/// Checkpoints the write-ahead log into the database in the background, without delaying the writer.
///
/// If the writer did this itself, about every hundredth move would wait until a thousand scattered pages of a large
/// database are on disk. Pages that cannot be checkpointed stay in the write-ahead log, remain readable, and are
/// tried again later.
final class WriteAheadDrain: Sendable {
    /// Pages (of 4 KiB) in the write-ahead log at which the writer checkpoints itself; only then does the log
    /// restart.
    static let writersPages = 8_192
    /// Changed rows between two checkpoints; some thousand pages if each row is changed alone.
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

    /// Starts a checkpoint if the writer has committed enough since the last one; called after each commit.
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
            // The last commit may be reported after closing, when GRDB would pass a closed connection to SQLite. A
            // full or failing disk is reported to the next commit.
            if !state.withLock({ $0.isClosed }) { _ = try? db.checkpoint(.passive) }
            state.withLock { $0.isDraining = false }
        }
    }

    /// Runs `work` while no checkpoint is in progress; meanwhile other checkpoints are skipped rather than delayed.
    func pausing<Answer: Sendable>(_ work: @escaping @Sendable () throws -> Answer) async throws -> Answer {
        try await connection.writeWithoutTransaction { _ in try work() }
    }

    /// Closes the connection after finishing the current checkpoint.
    func close() throws {
        state.withLock { $0.isClosed = true }
        try connection.close()
    }
}

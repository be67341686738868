import Dispatch
import GRDB
import Localization
import LogTables
import Synchronization

/// The single writer: waiting changes share a transaction, and each is acknowledged after the commit.
///
/// A change that throws is rolled back alone, by its savepoint; a failed commit fails all of its changes. Other users
/// of the writer's connection get their turn between two commits.
final class CommitQueue: Sendable {
    /// A change, and the callback for its result.
    struct Change: Sendable {
        let apply: @Sendable (Database) throws -> Void
        let answer: @Sendable (Result<Void, any Error>) -> Void
    }

    private struct State {
        var waiting: [Change] = []
        /// Whether the writer is processing the waiting changes, or about to.
        var isDraining: Bool
        /// Whether changes wait until the derived tables are verified.
        var isHeld: Bool
        /// Why changes are refused instead of queued.
        var refusal: TransferLogError?
        var isEnded = false
    }

    let drain: WriteAheadDrain
    let files: OpenFiles
    private let pool: DatabasePool
    private let capacity: Int
    private let largestBatch: Int
    private let undone: @Sendable () -> Void
    private let state: Mutex<State>
    /// SQLite's version of the database after the writer's last commit, which changes when others commit.
    private let version = Mutex<Int64?>(nil)
    /// Whether a check of the version is queued at the writer.
    private let isLooking = Atomic(false)

    /// Creates a queue that refuses more than `capacity` waiting changes and commits at most `largestBatch` together.
    ///
    /// If `isHeld`, it commits nothing before ``resume(refusingWaiting:)``. `undone` is called on the writer's queue
    /// when a commit and all of its changes failed.
    init(
        pool: DatabasePool,
        drain: WriteAheadDrain,
        files: OpenFiles,
        capacity: Int,
        largestBatch: Int,
        isHeld: Bool,
        undone: @escaping @Sendable () -> Void
    ) {
        state = Mutex(State(isDraining: isHeld, isHeld: isHeld))
        self.pool = pool
        self.drain = drain
        self.files = files
        self.capacity = capacity
        self.largestBatch = largestBatch
        self.undone = undone
    }

    /// Queues `change`, or immediately fails it with ``TransferLogError/busy``.
    func submit(_ change: Change) {
        enum Verdict {
            case refused(TransferLogError)
            case queued(startDraining: Bool)
        }
        let verdict: Verdict = state.withLock { state in
            if let refusal = state.refusal { return .refused(refusal) }
            guard state.waiting.count < capacity else { return .refused(.busy) }
            state.waiting.append(change)
            let mustStart = !state.isDraining
            state.isDraining = true
            return .queued(startDraining: mustStart)
        }
        switch verdict {
        case .refused(let reason): change.answer(.failure(reason))
        case .queued(startDraining: true): drainOnWriter()
        case .queued(startDraining: false): break
        }
    }

    /// Refuses waiting and future changes with `reason`: permanently when the queue `isEnding`, otherwise while it is
    /// held.
    func refuse(because reason: TransferLogError, isEnding: Bool = false) {
        let waiting = state.withLock { state -> [Change] in
            guard state.isHeld || isEnding else { return [] }
            state.refusal = reason
            state.isEnded = state.isEnded || isEnding
            defer { state.waiting = [] }
            return state.waiting
        }
        for change in waiting { change.answer(.failure(reason)) }
    }

    /// Lets a held queue commit; changes already waiting are refused if there is a `reason`.
    func resume(refusingWaiting reason: TransferLogError? = nil) {
        if let reason { refuse(because: reason) }
        let mustStart = state.withLock { state in
            guard state.isHeld, !state.isEnded else { return false }
            (state.isHeld, state.refusal) = (false, nil)
            state.isDraining = !state.waiting.isEmpty
            return state.isDraining
        }
        if mustStart { drainOnWriter() }
    }

    private func drainOnWriter() {
        pool.asyncWriteWithoutTransaction { [self] db in
            guard let batch = nextBatch() else { return }
            commit(batch, in: db)
            drainOnWriter()
        }
    }

    private func nextBatch() -> [Change]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isDraining = false
                return nil
            }
            let batch = Array(state.waiting.prefix(largestBatch))
            state.waiting.removeFirst(batch.count)
            return batch
        }
    }

    private func commit(_ batch: [Change], in db: Database) {
        var results: [Result<Void, any Error>] = []
        results.reserveCapacity(batch.count)
        do {
            try db.run("BEGIN IMMEDIATE")
            try checkWriter(of: db)
            if let only = batch.first, batch.count == 1 {
                // A single change is rolled back with the transaction, so it needs no savepoint.
                try only.apply(db)
                results.append(.success(()))
            } else {
                for change in batch { results.append(try attempt(change, in: db)) }
            }
            try db.run("COMMIT")
            // Changes written to a file that was moved or replaced are not acknowledged.
            try files.check()
        } catch {
            if db.isInsideTransaction { try? db.run("ROLLBACK") }
            undone()
            let failure = Result<Void, any Error>.failure(TransferLogError.translating(error))
            for change in batch { change.answer(failure) }
            return
        }
        for (change, result) in zip(batch, results) { change.answer(result) }
        drain.noteCommit(by: db)
    }

    /// Calls `report` on the writer's queue if another program wrote to the database; returns immediately.
    func look(_ report: @escaping @Sendable (TransferLogError) -> Void) {
        guard !isLooking.exchange(true, ordering: .relaxed) else { return }
        pool.asyncWriteWithoutTransaction { [self] db in
            defer { isLooking.store(false, ordering: .relaxed) }
            // GRDB would pass a closed connection to SQLite.
            guard !state.withLock({ $0.isEnded }) else { return }
            do {
                try checkWriter(of: db)
            } catch {
                if let error = error as? TransferLogError { report(error) }
            }
        }
    }

    /// Accepts the current database as written by this writer alone; called after all of it was verified.
    func accept(_ db: Database) throws {
        let now = try Self.version(of: db)
        version.withLock { $0 = now }
    }

    /// Throws when another program wrote to the tables, however little, because decisions depend on them.
    func checkWriter(of db: Database) throws {
        let now = try Self.version(of: db)
        guard version.withLock({ $0 == nil || $0 == now }) else {
            throw TransferLogError.staleTables(Message("another program wrote into its database"))
        }
    }

    /// Changes when a connection other than this one commits (https://sqlite.org/pragma.html#pragma_data_version).
    private static func version(of db: Database) throws -> Int64? {
        try db.first("PRAGMA data_version") { $0.integer(0) }
    }

    /// Applies a change in a savepoint; throws when the transaction is gone, because a full or failing disk may end
    /// it.
    private func attempt(_ change: Change, in db: Database) throws -> Result<Void, any Error> {
        try db.run("SAVEPOINT change")
        do {
            try change.apply(db)
            try db.run("RELEASE change")
            return .success(())
        } catch {
            guard db.isInsideTransaction else { throw error }
            try db.run("ROLLBACK TO change")
            try db.run("RELEASE change")
            return .failure(TransferLogError.translating(error))
        }
    }
}

import Dispatch
import GRDB
import Synchronization

/// The one writer: changes that wait together share one transaction, and each is answered after its commit.
///
/// A change that throws is undone alone, by its savepoint; a commit that fails fails every change in it. Others who
/// want the writer come in between two commits.
final class CommitQueue: Sendable {
    /// A change, and how its caller is answered.
    struct Change: Sendable {
        let apply: @Sendable (Database) throws -> Void
        let answer: @Sendable (Result<Void, any Error>) -> Void
    }

    private struct State {
        var waiting: [Change] = []
        /// Whether the writer goes through what waits, or is to.
        var isDraining: Bool
        /// Whether changes wait until the tables are known to follow from the entries.
        var isHeld: Bool
        /// Why changes that would wait are refused.
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
    /// The version of the database that the writer made last, as SQLite counts those that others make.
    private let version = Mutex<Int64?>(nil)
    /// Whether a look at the version waits for the writer.
    private let isLooking = Atomic(false)

    /// A queue that refuses more than `capacity` waiting changes and commits at most `largestBatch` together.
    ///
    /// One that `isHeld` commits nothing before ``resume(refusingWaiting:)``.
    /// `undone` is called on the writer's queue when a commit failed with all that was in it.
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

    /// Queues `change`, or answers it with ``TransferLogError/busy`` at once.
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

    /// Refuses, with `reason`, what waits and what comes: for good when the queue `isEnding`, else as long as it is held.
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

    /// Lets a queue that was held commit; what waits already is refused when there is a `reason`.
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
                // What it did goes with the transaction: it needs no savepoint.
                try only.apply(db)
                results.append(.success(()))
            } else {
                for change in batch { results.append(try attempt(change, in: db)) }
            }
            try db.run("COMMIT")
            // What went into a file that nobody will find is not acknowledged.
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

    /// Calls `report` on the writer's queue when another program wrote; returns at once.
    func look(_ report: @escaping @Sendable (TransferLogError) -> Void) {
        guard !isLooking.exchange(true, ordering: .relaxed) else { return }
        pool.asyncWriteWithoutTransaction { [self] db in
            defer { isLooking.store(false, ordering: .relaxed) }
            // GRDB would hand SQLite a connection that is none any more.
            guard !state.withLock({ $0.isEnded }) else { return }
            do {
                try checkWriter(of: db)
            } catch {
                if let error = error as? TransferLogError { report(error) }
            }
        }
    }

    /// Takes the database as it is for one that the writer alone wrote; called where all of it was looked at.
    func accept(_ db: Database) throws {
        let now = try Self.version(of: db)
        version.withLock { $0 = now }
    }

    /// Decides nothing by tables that another program wrote into, however little it was.
    func checkWriter(of db: Database) throws {
        let now = try Self.version(of: db)
        guard version.withLock({ $0 == nil || $0 == now }) else {
            throw TransferLogError.staleTables("another program wrote into its database")
        }
    }

    /// Changes when a connection other than this one commits (https://sqlite.org/pragma.html#pragma_data_version).
    private static func version(of db: Database) throws -> Int64? {
        try db.first("PRAGMA data_version") { $0.integer(0) }
    }

    /// Throws when nothing is left of the transaction: a disk that is full or fails may end it at any statement.
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

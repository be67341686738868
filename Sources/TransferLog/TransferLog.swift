import Dispatch
import GRDB
public import Records
import Synchronization

/// The append-only log of everything that happened, and the only door to its database.
///
/// Writing is group commit: an answer means that the change is on the disk. Reading never waits for writing.
public final class TransferLog: Sendable {
    /// How many changes may wait; more are refused with ``TransferLogError/busy``.
    public static let queueCapacity = 4_096
    /// How many changes share a commit at most.
    public static let largestBatch = 256

    private let pool: DatabasePool
    private let queue: CommitQueue
    private let clock: UTCClock
    private let salts: @Sendable () -> Salt
    private let memory = WriterMemory()
    private let observers = Mutex<[@Sendable ([Entry]) -> Void]>([])
    private let closedBecause = Mutex<String?>(nil)

    /// Opens the log at `path`, makes it when there is none, and brings its schema up to date.
    ///
    /// The directory must exist.
    public init(
        path: String,
        clock: UTCClock = .system,
        salts: @escaping @Sendable () -> Salt = Salt.random
    ) throws(TransferLogError) {
        self.clock = clock
        self.salts = salts
        do {
            var configuration = Configuration()
            configuration.label = "outguide.log"
            configuration.busyMode = .timeout(5)
            configuration.maximumReaderCount = 4
            configuration.prepareDatabase { db in
                // Deleted texts are overwritten with zeros: an expungement must not leave them in free pages.
                try db.execute(
                    sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON"
                )
            }
            pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction { db in
                try Self.checkOwnership(of: db, path: path)
                // GRDB sets NORMAL when it opens a WAL database; with NORMAL a power cut can take acknowledged moves.
                try db.execute(sql: "PRAGMA synchronous = FULL")
            }
            try Schema.migrator.migrate(pool)
        } catch let error as TransferLogError {
            throw error
        } catch {
            throw .cannotOpen(path: path, reason: "\(TransferLogError.translating(error))")
        }
        queue = CommitQueue(pool: pool, capacity: Self.queueCapacity, largestBatch: Self.largestBatch)
    }

    private static func checkOwnership(of db: Database, path: String) throws {
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
        guard application == Schema.applicationID || isEmpty else {
            throw TransferLogError.cannotOpen(path: path, reason: "it is another program's database")
        }
        guard try isEmpty || !Schema.migrator.hasBeenSuperseded(db) else {
            throw TransferLogError.newerSchema(path: path)
        }
    }

    /// Why the log takes nothing in; nil when it does.
    public var trouble: String? { closedBecause.withLock { $0 } }

    /// Closes the log to writing until the daemon starts anew; reading goes on.
    ///
    /// The first reason stays: what comes after it may only follow from it.
    public func degrade(_ reason: String) { closedBecause.withLock { $0 = $0 ?? reason } }

    /// Runs `body` in a transaction and answers once it is committed.
    ///
    /// What `body` throws undoes what it did and is thrown on.
    public func write<Answer: Sendable>(
        _ body: @escaping @Sendable (LogTransaction) throws -> Answer
    ) async throws -> Answer {
        if let trouble { throw TransferLogError.closed(trouble) }
        let result = Mutex<(answer: Answer, entries: [Entry])?>(nil)
        return try await withCheckedThrowingContinuation { continuation in
            let change = CommitQueue.Change { [clock, salts, memory] db in
                let transaction = LogTransaction(db: db, clock: clock, salts: salts, memory: memory)
                let answer = try body(transaction)
                result.withLock { $0 = (answer, transaction.appended) }
            } answer: { [self] outcome in
                switch (outcome, result.withLock { $0 }) {
                case (.success, let committed?):
                    publish(committed.entries)
                    continuation.resume(returning: committed.answer)
                case (.failure(let error), _):
                    if case TransferLogError.damaged(let what) = error { degrade(what) }
                    continuation.resume(throwing: error)
                case (.success, nil):
                    continuation.resume(throwing: TransferLogError.database("a change was committed without a result"))
                }
            }
            queue.submit(change)
        }
    }

    /// Runs `body` on one consistent state of the log.
    public func read<Answer: Sendable>(
        _ body: @escaping @Sendable (LogView) throws -> Answer
    ) async throws -> Answer {
        do {
            return try await pool.read { db in try body(LogView(db: db)) }
        } catch {
            throw TransferLogError.translating(error)
        }
    }

    /// Calls `observer` with the entries of each change after its commit, in order, on the writer's queue.
    ///
    /// It must return at once.
    public func observe(_ observer: @escaping @Sendable ([Entry]) -> Void) {
        observers.withLock { $0.append(observer) }
    }

    /// The writer's durability settings as SQLite reports them.
    public func durability() async throws -> Durability {
        try await pool.writeWithoutTransaction { db in
            Durability(
                journalMode: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
                synchronous: try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
            )
        }
    }

    /// Takes what was deleted out of the files: moves the write-ahead log into the database and empties it.
    ///
    /// Waits until no reader looks at an older state.
    public func scrub() async throws {
        for _ in 0..<100 {
            let isBusy = try await pool.writeWithoutTransaction { db in
                try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)").map { $0[0] as Int != 0 } ?? true
            }
            if !isBusy { return }
            await Task.yield()
        }
        throw TransferLogError.busy
    }

    /// Goes through the whole log on one consistent state of it; writing goes on meanwhile.
    public func verify() async throws -> LogFindings {
        do {
            let scratch = try DatabaseQueue()
            try Schema.migrator.migrate(scratch)
            return try await pool.read { db in
                try scratch.writeWithoutTransaction { scratch in
                    try scratch.execute(sql: "PRAGMA foreign_keys = OFF")
                    return try LogVerification.findings(in: db, scratch: scratch)
                }
            }
        } catch {
            throw TransferLogError.translating(error)
        }
    }

    /// Makes the projections anew from the entries; the log is closed to writing meanwhile.
    public func rebuild() async throws {
        do {
            try await pool.write { db in try LogRebuild.run(in: db) }
        } catch {
            throw TransferLogError.translating(error)
        }
    }

    /// Closes the database; what is under way ends first, and everything is in the one file then.
    public func close() throws {
        do {
            try pool.writeWithoutTransaction { db in
                _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
            try pool.close()
        } catch {
            throw TransferLogError.translating(error)
        }
    }

    private func publish(_ entries: [Entry]) {
        guard !entries.isEmpty else { return }
        for observer in observers.withLock({ $0 }) { observer(entries) }
    }
}

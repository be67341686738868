import Dispatch
import GRDB
public import LogEntries
import LogTables
public import Records
import Synchronization

/// The append-only log of all events, and the only access to its database.
///
/// Writes use group commit: a result means that the change is on disk. Reads never wait for writes. If the database
/// cannot be fully opened, or is damaged, the log is closed to writing, and its readable part can be read.
public final class TransferLog: Sendable {
    /// Maximum number of waiting changes; more are refused with ``TransferLogError/busy``.
    public static let queueCapacity = 4_096
    /// Maximum number of changes in one commit.
    public static let largestBatch = 256

    private struct State {
        var store: LogStore
        /// Why the log is closed to writing.
        var closedBecause: TransferLogError?
        /// Why the last change could not be written, until one succeeds.
        var obstacle: TransferLogError?
        /// Whether changes wait, possibly for long, while the derived tables are rebuilt.
        var isBeingRebuilt = false
        /// Whether the derived tables may differ from those that the entries yield.
        var isUnverified = false
        /// The key that the first entry names.
        var firstKey: String?
    }

    /// The path of the database file.
    public let path: String
    private let clock: UTCClock
    private let salts: @Sendable () -> Salt
    private let memory: WriterMemory
    private let mark: ClosingMark?
    private let state: Mutex<State>
    private let observers = Mutex<[@Sendable ([Entry]) -> Void]>([])
    private let troubleObservers = Mutex<[@Sendable () -> Void]>([])

    /// Opens the log at `path`, creates it if it does not exist, and migrates its schema.
    ///
    /// The directory must exist. With a `closingKey`, a log that was not closed with that key, or was modified since,
    /// is ``isUnverified``; without one, its tables are accepted unverified.
    public convenience init(
        path: String,
        clock: UTCClock = .system,
        salts: @escaping @Sendable () -> Salt = Salt.random,
        closingKey: (@Sendable () -> [UInt8]?)? = nil
    ) throws(TransferLogError) {
        let memory = WriterMemory()
        let mark = closingKey.map { ClosingMark(of: path, key: $0) }
        let isUnverified = mark.map { !$0.fits } ?? false
        let store = try LogStore.opening(path, memory: memory, isHeld: isUnverified)
        mark?.remove()
        let state = State(store: store, isUnverified: isUnverified)
        self.init(path: path, clock: clock, salts: salts, memory: memory, mark: mark, state: state)
    }

    /// Opens the readable part of the log at `path`, which cannot be fully opened because of `trouble`.
    public convenience init(
        reading path: String,
        despite trouble: TransferLogError,
        clock: UTCClock = .system,
        salts: @escaping @Sendable () -> Salt = Salt.random,
        closingKey: (@Sendable () -> [UInt8]?)? = nil
    ) {
        // Another program's file is not read.
        var store = LogStore.nothing
        if case .foreign = trouble {} else { store = .reading(path) }
        let state = State(store: store, closedBecause: trouble)
        let mark = closingKey.map { ClosingMark(of: path, key: $0) }
        self.init(path: path, clock: clock, salts: salts, memory: WriterMemory(), mark: mark, state: state)
    }

    private init(
        path: String,
        clock: UTCClock,
        salts: @escaping @Sendable () -> Salt,
        memory: WriterMemory,
        mark: ClosingMark?,
        state: State
    ) {
        self.memory = memory
        self.mark = mark
        self.path = path
        self.clock = clock
        self.salts = salts
        self.state = Mutex(state)
    }

    /// Why the log accepts no changes; nil when it does.
    public var trouble: TransferLogError? { state.withLock { $0.closedBecause ?? $0.obstacle } }

    /// Whether the log accepts no changes until it is opened again.
    var isClosed: Bool { state.withLock { $0.closedBecause != nil } }

    /// Whether changes wait, possibly for long, while the derived tables are rebuilt.
    public internal(set) var isBeingRebuilt: Bool {
        get { state.withLock { $0.isBeingRebuilt } }
        set { state.withLock { $0.isBeingRebuilt = newValue } }
    }

    /// Whether the log was modified, or not closed, since the daemon last closed it.
    ///
    /// Until ``verifyTables()`` has verified it against its entries, changes wait, and data read from it may be
    /// wrong.
    public internal(set) var isUnverified: Bool {
        get { state.withLock { $0.isUnverified } }
        set { state.withLock { $0.isUnverified = newValue } }
    }

    /// Why only callers who see everything may get responses; nil when all callers may.
    ///
    /// Concealment is determined by tables that have not been verified against the entries.
    public var doubtAboutConcealment: TransferLogError? {
        state.withLock { state in
            if state.isUnverified { return state.closedBecause ?? state.obstacle ?? .unverified }
            if case .staleTables = state.closedBecause { return state.closedBecause }
            return nil
        }
    }

    /// Sets the signing key, a signed-note verifier key, that the first entry of a new log will name.
    public func begin(under key: String) { state.withLock { $0.firstKey = key } }

    /// Closes the log to writing until the daemon restarts; reading continues.
    ///
    /// The first reason is kept, because later ones may be consequences of it. Stale tables, which can be rebuilt,
    /// are replaced by any reason that is permanent.
    public func degrade(_ reason: String) { close(for: .closed(reason)) }

    /// Closes the log to writing because of a problem found in the log itself.
    public func close(for trouble: TransferLogError) {
        let isTakenOver = state.withLock { state in
            switch (state.closedBecause, trouble) {
            case (nil, _), (.staleTables?, .damaged), (.staleTables?, .closed), (.staleTables?, .moved):
                state.closedBecause = trouble
                return true
            default: return false
            }
        }
        guard isTakenOver else { return }
        for observer in troubleObservers.withLock({ $0 }) { observer() }
    }

    /// Accepts changes again after stale tables, if they were the only problem, were rebuilt.
    func reinstateAfterRebuild() {
        state.withLock { if case .staleTables = $0.closedBecause { $0.closedBecause = nil } }
    }

    /// Accepts changes again after ``degrade(_:)`` with this reason, which no longer applies.
    public func reinstate(after reason: String) {
        state.withLock { if $0.closedBecause == .closed(reason) { $0.closedBecause = nil } }
    }

    /// Runs `body` in a transaction, and returns its result after the commit.
    ///
    /// If `body` throws, its changes are rolled back and the error is rethrown. Its view has the clearance `clearance`;
    /// `note` receives the queries for concealed records, on the writer's queue.
    public func write<Answer: Sendable>(
        as clearance: Clearance = .everything,
        noting note: (@Sendable ([Disclosure]) -> Void)? = nil,
        _ body: @escaping @Sendable (LogTransaction) throws -> Answer
    ) async throws -> Answer {
        let queue = try writableQueue()
        return try await withCheckedThrowingContinuation { continuation in
            submit(body, as: clearance, noting: note, to: queue) { continuation.resume(with: $0) }
        }
    }

    /// Runs `first` in a transaction and, after its commit, `second` in another one with the result of `first`.
    ///
    /// An error of `second` is returned rather than thrown, because the changes of `first` remain.
    public func write<First: Sendable, Second: Sendable>(
        as clearance: Clearance = .everything,
        _ first: @escaping @Sendable (LogTransaction) throws -> First,
        then second: @escaping @Sendable (LogTransaction, First) throws -> Second
    ) async throws -> (First, Result<Second, any Error>) {
        let queue = try writableQueue()
        return try await withCheckedThrowingContinuation { continuation in
            submit(first, as: clearance, to: queue) { [self] result in
                switch result {
                case .failure(let error): continuation.resume(throwing: error)
                case .success(let answer):
                    submit({ try second($0, answer) }, as: clearance, to: queue) {
                        continuation.resume(returning: (answer, $0))
                    }
                }
            }
        }
    }

    /// Calls `finish` on the writer's queue after the commit or the rollback.
    private func submit<Answer: Sendable>(
        _ body: @escaping @Sendable (LogTransaction) throws -> Answer,
        as clearance: Clearance,
        noting notice: (@Sendable ([Disclosure]) -> Void)? = nil,
        to queue: CommitQueue,
        finish: @escaping @Sendable (Result<Answer, any Error>) -> Void
    ) {
        let result = Mutex<(answer: Answer, entries: [Entry])?>(nil)
        let firstKey = state.withLock { $0.firstKey }
        let change = CommitQueue.Change { [clock, salts, memory] db in
            let disclosures = notice.map { _ in Disclosures() }
            defer { if let notice, let seen = disclosures?.all, !seen.isEmpty { notice(seen) } }
            let transaction = LogTransaction(
                db: db,
                clock: clock,
                salts: salts,
                firstKey: firstKey,
                tip: memory.tip,
                clearance: clearance,
                disclosures: disclosures
            )
            let answer = try body(transaction)
            memory.keep(transaction.tip)
            result.withLock { $0 = (answer, transaction.appended) }
        } answer: { [self] outcome in
            switch (outcome, result.withLock { $0 }) {
            case (.success, let committed?):
                // A change without entries may not have written anything.
                if !committed.entries.isEmpty { noteRecovery() }
                publish(committed.entries)
                finish(.success(committed.answer))
            case (.failure(let error), _):
                note(error)
                finish(.failure(error))
            case (.success, nil):
                finish(.failure(TransferLogError.database("a change was committed without a result")))
            }
        }
        queue.submit(change)
    }

    /// Runs `body` on one snapshot of the log, with the clearance `clearance`.
    ///
    /// It uses a separate reader when ``Pace/current`` is ``Pace/long``.
    public func read<Answer: Sendable>(
        as clearance: Clearance = .everything,
        _ body: @escaping @Sendable (LogView) throws -> Answer
    ) async throws -> Answer {
        try await read(as: clearance, noting: false) { view, _ in try body(view) }
    }

    /// Runs `body` on one snapshot, and also returns the queries for concealed records, even if `body` throws.
    public func disclosure<Answer: Sendable>(
        as clearance: Clearance,
        _ body: @escaping @Sendable (LogView) throws -> Answer
    ) async throws -> (answer: Result<Answer, any Error>, disclosures: [Disclosure]) {
        try await read(as: clearance, noting: true) { view, disclosures in
            let answer = Result { try body(view) }.mapError { self.noting(TransferLogError.translating($0)) }
            return (answer, disclosures?.all ?? [])
        }
    }

    private func read<Answer: Sendable>(
        as clearance: Clearance,
        noting isNoting: Bool,
        _ body: @escaping @Sendable (LogView, Disclosures?) throws -> Answer
    ) async throws -> Answer {
        let reader = try Pace.current == .long ? longReader : reader
        let isWhole = isWhole
        do {
            return try await reader.read { db in
                let disclosures = isNoting ? Disclosures() : nil
                let concealment = isWhole ? .table : try Concealment.Source(of: db)
                let view = LogView(db: db, clearance: clearance, disclosures: disclosures, concealment: concealment)
                return try body(view, disclosures)
            }
        } catch {
            throw noting(TransferLogError.translating(error))
        }
    }

    /// Calls `observer` with the entries of each change after its commit, in order, on the writer's queue.
    ///
    /// The observer must return immediately.
    public func observe(_ observer: @escaping @Sendable ([Entry]) -> Void) {
        observers.withLock { $0.append(observer) }
    }

    /// Calls `observer` when a change could not be written because of the disk or file system, and when the log was
    /// closed to writing.
    ///
    /// The observer must return immediately.
    public func observeTrouble(_ observer: @escaping @Sendable () -> Void) {
        troubleObservers.withLock { $0.append(observer) }
    }

    var isWhole: Bool {
        state.withLock { state in if case .whole = state.store { true } else { false } }
    }

    /// The reader; throws the reason when nothing can be read.
    var reader: any DatabaseReader {
        get throws(TransferLogError) {
            let (reader, reason) = state.withLock { ($0.store.reader, $0.closedBecause) }
            guard let reader else { throw reason ?? .closed("it is not open") }
            return reader
        }
    }

    /// The reader for long work; the general reader when the log is not fully open.
    var longReader: any DatabaseReader {
        get throws(TransferLogError) {
            let store = state.withLock { $0.store }
            guard case .whole(_, _, let readers) = store else { return try reader }
            return readers.pool
        }
    }

    /// The connections; throws unless the log is fully open.
    var pool: DatabasePool {
        get throws(TransferLogError) {
            let (store, reason) = state.withLock { ($0.store, $0.closedBecause) }
            guard case .whole(let pool, _, _) = store else { throw reason.asClosed }
            return pool
        }
    }

    /// The checkpointer of the write-ahead log; throws unless the log is fully open.
    var drain: WriteAheadDrain { get throws(TransferLogError) { try queue.drain } }

    /// The commit queue; throws unless the log is fully open.
    var queue: CommitQueue {
        get throws(TransferLogError) {
            let (store, reason) = state.withLock { ($0.store, $0.closedBecause) }
            guard case .whole(_, let queue, _) = store else { throw reason.asClosed }
            return queue
        }
    }

    /// Closes the files: reads and writes are refused with `reason` until ``reopen()``.
    ///
    /// Work in progress completes first; long reads are interrupted. The files are marked as closed unless the log is
    /// not trusted.
    func release(because reason: String) throws {
        let (store, isTrusted) = state.withLock { state in
            let isTrusted = (state.closedBecause ?? state.obstacle)?.mayPass ?? true && !state.isUnverified
            defer { (state.store, state.closedBecause) = (.nothing, .closed(reason)) }
            return (state.store, isTrusted)
        }
        do {
            switch store {
            case .whole(let pool, let queue, let readers):
                try readers.close()
                queue.refuse(because: .closed(reason), isEnding: true)
                try queue.drain.close()
                let file = try pool.writeWithoutTransaction { [mark] db in
                    // All data is then in the single database file.
                    try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                    // In this order another program's write is detected, here or by the times of the file.
                    let file = mark?.file
                    return (try? queue.checkWriter(of: db)) == nil ? nil : file
                }
                try pool.close()
                if isTrusted, let file { mark?.leave(on: file) }
            case .readable(let reader): try reader.close()
            case .nothing: break
            }
        } catch {
            throw TransferLogError.translating(error)
        }
    }

    /// Opens the files again; if they cannot be fully opened, opens the readable part and throws the reason.
    ///
    /// A log from elsewhere `isVerified` if all of it was verified before.
    public func reopen(isVerified: Bool = false) throws(TransferLogError) {
        // Within one process, a connection opened for reading only would prevent the file from being written.
        if let trouble { try? release(because: trouble.description) }
        do throws(TransferLogError) {
            memory.forget()
            let isUnverified = mark.map { !isVerified && !$0.fits } ?? false
            let store = try LogStore.opening(path, memory: memory, isHeld: isUnverified)
            mark?.remove()
            state.withLock { $0 = State(store: store, isUnverified: isUnverified, firstKey: $0.firstKey) }
        } catch {
            var store = LogStore.nothing
            if case .foreign = error {} else { store = .reading(path) }
            state.withLock { $0 = State(store: store, closedBecause: error, firstKey: $0.firstKey) }
            throw error
        }
    }

    private func writableQueue() throws(TransferLogError) -> CommitQueue {
        let (store, reason) = state.withLock { ($0.store, $0.closedBecause) }
        guard reason == nil, case .whole(_, let queue, _) = store else { throw reason.asClosed }
        return queue
    }

    /// Records that the log can be written again.
    func noteRecovery() { state.withLock { $0.obstacle = nil } }

    func note(_ error: any Error) {
        guard let error = error as? TransferLogError else { return }
        switch error {
        // A log that cannot be trusted stays closed.
        case .damaged, .staleTables, .moved: close(for: error)
        case .diskFull, .readOnly, .inputOutput, .outOfMemory:
            state.withLock { $0.obstacle = error }
            for observer in troubleObservers.withLock({ $0 }) { observer() }
        default: break
        }
    }

    /// Returns the error unchanged; if it shows that the log is damaged, closes the log to writing.
    private func noting(_ error: any Error) -> any Error {
        switch error as? TransferLogError {
        case .damaged, .staleTables: if isWhole { note(error) }
        default: break
        }
        return error
    }

    private func publish(_ entries: [Entry]) {
        guard !entries.isEmpty else { return }
        for observer in observers.withLock({ $0 }) { observer(entries) }
    }
}

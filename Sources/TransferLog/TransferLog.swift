import Dispatch
import GRDB
public import Records
import Synchronization

/// The append-only log of everything that happened, and the only door to its database.
///
/// Writing is group commit: an answer means that the change is on the disk. Reading never waits for writing.
/// A database that cannot be opened whole, or that is not what it should be, closes the log to writing; what can
/// be read of it is read.
public final class TransferLog: Sendable {
    /// How many changes may wait; more are refused with ``TransferLogError/busy``.
    public static let queueCapacity = 4_096
    /// How many changes share a commit at most.
    public static let largestBatch = 256

    private struct State {
        var store: LogStore
        /// Why nothing is taken in.
        var closedBecause: TransferLogError?
        /// Why the last change could not be written, while none could since.
        var obstacle: TransferLogError?
        /// Whether changes wait, perhaps for long, until the tables are made anew.
        var isBeingRebuilt = false
        /// Whether the tables may be others than those that follow from the entries.
        var isUnverified = false
        /// The key that the first entry names.
        var firstKey: String?
    }

    /// The database file.
    public let path: String
    private let clock: UTCClock
    private let salts: @Sendable () -> Salt
    private let memory: WriterMemory
    private let mark: ClosingMark?
    private let state: Mutex<State>
    private let observers = Mutex<[@Sendable ([Entry]) -> Void]>([])
    private let troubleObservers = Mutex<[@Sendable () -> Void]>([])

    /// Opens the log at `path`, makes it when there is none, and brings its schema up to date.
    ///
    /// The directory must exist. With a `closingKey`, a log that was not closed under that key, or was touched since, is
    /// ``isUnverified``; without one its tables are taken as they are.
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

    /// Opens what can be read of the log at `path`, which cannot be opened whole because of `trouble`.
    public convenience init(
        reading path: String,
        despite trouble: TransferLogError,
        clock: UTCClock = .system,
        salts: @escaping @Sendable () -> Salt = Salt.random,
        closingKey: (@Sendable () -> [UInt8]?)? = nil
    ) {
        // Another program's file is none of ours to look into.
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

    /// Why the log takes nothing in; nil when it does.
    public var trouble: TransferLogError? { state.withLock { $0.closedBecause ?? $0.obstacle } }

    /// Whether nothing is taken in until the log is opened anew.
    var isClosed: Bool { state.withLock { $0.closedBecause != nil } }

    /// Whether changes wait, perhaps for long, because the tables are being made anew.
    public internal(set) var isBeingRebuilt: Bool {
        get { state.withLock { $0.isBeingRebuilt } }
        set { state.withLock { $0.isBeingRebuilt = newValue } }
    }

    /// Whether the log was touched, or not closed, since the daemon closed it last: until ``verifyTables()`` has held it
    /// against its entries its changes wait, and what is read of it may not be so.
    public internal(set) var isUnverified: Bool {
        get { state.withLock { $0.isUnverified } }
        set { state.withLock { $0.isUnverified = newValue } }
    }

    /// Why only callers who see everything may be answered; nil when all may.
    ///
    /// What is kept from the others stands in tables that are not known to follow from the entries.
    public var doubtAboutConcealment: TransferLogError? {
        state.withLock { state in
            if state.isUnverified { return state.closedBecause ?? state.obstacle ?? .unverified }
            if case .staleTables = state.closedBecause { return state.closedBecause }
            return nil
        }
    }

    /// Has the first entry of a log that is still empty name `key`, a signed-note verifier key, as the one that signs.
    public func begin(under key: String) { state.withLock { $0.firstKey = key } }

    /// Closes the log to writing until the daemon starts anew; reading goes on.
    ///
    /// The first reason stays: what comes after it may only follow from it. Stale tables, which can be made anew, give way
    /// to anything that cannot.
    public func degrade(_ reason: String) { close(for: .closed(reason)) }

    /// The same, for what was found in the log itself.
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

    /// Takes changes in again when only the tables were wrong, which were made anew.
    func reinstateAfterRebuild() {
        state.withLock { if case .staleTables = $0.closedBecause { $0.closedBecause = nil } }
    }

    /// Takes changes in again after ``degrade(_:)`` with this reason, which is gone now.
    public func reinstate(after reason: String) {
        state.withLock { if $0.closedBecause == .closed(reason) { $0.closedBecause = nil } }
    }

    /// Runs `body` in a transaction and answers once it is committed.
    ///
    /// What `body` throws undoes what it did and is thrown on. Its view shows what `sight` reaches; `note` is told what
    /// was asked for of things that are kept from some, on the writer's queue.
    public func write<Answer: Sendable>(
        as sight: Sight = .everything,
        noting note: (@Sendable ([Glimpse]) -> Void)? = nil,
        _ body: @escaping @Sendable (LogTransaction) throws -> Answer
    ) async throws -> Answer {
        let queue = try writableQueue()
        return try await withCheckedThrowingContinuation { continuation in
            submit(body, as: sight, noting: note, to: queue) { continuation.resume(with: $0) }
        }
    }

    /// Runs `first` in a transaction and, once that is committed, `second` in another one with what `first` answered.
    ///
    /// What `second` throws is answered and not thrown: what `first` did stands.
    public func write<First: Sendable, Second: Sendable>(
        as sight: Sight = .everything,
        _ first: @escaping @Sendable (LogTransaction) throws -> First,
        then second: @escaping @Sendable (LogTransaction, First) throws -> Second
    ) async throws -> (First, Result<Second, any Error>) {
        let queue = try writableQueue()
        return try await withCheckedThrowingContinuation { continuation in
            submit(first, as: sight, to: queue) { [self] result in
                switch result {
                case .failure(let error): continuation.resume(throwing: error)
                case .success(let answer):
                    submit({ try second($0, answer) }, as: sight, to: queue) {
                        continuation.resume(returning: (answer, $0))
                    }
                }
            }
        }
    }

    /// Calls `finish` on the writer's queue after the commit, or after what failed was undone.
    private func submit<Answer: Sendable>(
        _ body: @escaping @Sendable (LogTransaction) throws -> Answer,
        as sight: Sight,
        noting notice: (@Sendable ([Glimpse]) -> Void)? = nil,
        to queue: CommitQueue,
        finish: @escaping @Sendable (Result<Answer, any Error>) -> Void
    ) {
        let result = Mutex<(answer: Answer, entries: [Entry])?>(nil)
        let firstKey = state.withLock { $0.firstKey }
        let change = CommitQueue.Change { [clock, salts, memory] db in
            let glimpses = notice.map { _ in Glimpses() }
            defer { if let notice, let seen = glimpses?.all, !seen.isEmpty { notice(seen) } }
            let transaction = LogTransaction(
                db: db,
                clock: clock,
                salts: salts,
                firstKey: firstKey,
                tip: memory.tip,
                sight: sight,
                glimpses: glimpses
            )
            let answer = try body(transaction)
            memory.keep(transaction.tip)
            result.withLock { $0 = (answer, transaction.appended) }
        } answer: { [self] outcome in
            switch (outcome, result.withLock { $0 }) {
            case (.success, let committed?):
                // A change without entries may have had nothing to write.
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

    /// Runs `body` on one consistent state of the log, as far as `sight` reaches.
    ///
    /// It has a reader of its own where ``Pace/current`` is ``Pace/long``.
    public func read<Answer: Sendable>(
        as sight: Sight = .everything,
        _ body: @escaping @Sendable (LogView) throws -> Answer
    ) async throws -> Answer {
        try await read(as: sight, noting: false) { view, _ in try body(view) }
    }

    /// The same, with what was asked for of the things that are kept from some, also when `body` throws.
    public func glimpse<Answer: Sendable>(
        as sight: Sight,
        _ body: @escaping @Sendable (LogView) throws -> Answer
    ) async throws -> (answer: Result<Answer, any Error>, glimpses: [Glimpse]) {
        try await read(as: sight, noting: true) { view, glimpses in
            let answer = Result { try body(view) }.mapError { self.noting(TransferLogError.translating($0)) }
            return (answer, glimpses?.all ?? [])
        }
    }

    private func read<Answer: Sendable>(
        as sight: Sight,
        noting isNoting: Bool,
        _ body: @escaping @Sendable (LogView, Glimpses?) throws -> Answer
    ) async throws -> Answer {
        let reader = try Pace.current == .long ? longReader : reader
        let isWhole = isWhole
        do {
            return try await reader.read { db in
                let glimpses = isNoting ? Glimpses() : nil
                let concealment = isWhole ? .table : try Concealment.Source(of: db)
                let view = LogView(db: db, sight: sight, glimpses: glimpses, concealment: concealment)
                return try body(view, glimpses)
            }
        } catch {
            throw noting(TransferLogError.translating(error))
        }
    }

    /// Calls `observer` with the entries of each change after its commit, in order, on the writer's queue.
    ///
    /// It must return at once.
    public func observe(_ observer: @escaping @Sendable ([Entry]) -> Void) {
        observers.withLock { $0.append(observer) }
    }

    /// Calls `observer` when a change could not be written for want of room or of a file system that takes it, and when
    /// the log was closed to writing.
    ///
    /// It must return at once.
    public func observeTrouble(_ observer: @escaping @Sendable () -> Void) {
        troubleObservers.withLock { $0.append(observer) }
    }

    var isWhole: Bool {
        state.withLock { state in if case .whole = state.store { true } else { false } }
    }

    /// What can be read; throws why there is nothing.
    var reader: any DatabaseReader {
        get throws(TransferLogError) {
            let (reader, reason) = state.withLock { ($0.store.reader, $0.closedBecause) }
            guard let reader else { throw reason ?? .closed("it is not open") }
            return reader
        }
    }

    /// What reads for long; whatever can be read when the log is not open whole.
    var longReader: any DatabaseReader {
        get throws(TransferLogError) {
            let store = state.withLock { $0.store }
            guard case .whole(_, _, let readers) = store else { return try reader }
            return readers.pool
        }
    }

    /// The connections, when the log is open whole.
    var pool: DatabasePool {
        get throws(TransferLogError) {
            let (store, reason) = state.withLock { ($0.store, $0.closedBecause) }
            guard case .whole(let pool, _, _) = store else { throw reason.asClosed }
            return pool
        }
    }

    /// What carries the write-ahead log into the database, when the log is open whole.
    var drain: WriteAheadDrain { get throws(TransferLogError) { try queue.drain } }

    /// What commits changes, when the log is open whole.
    var queue: CommitQueue {
        get throws(TransferLogError) {
            let (store, reason) = state.withLock { ($0.store, $0.closedBecause) }
            guard case .whole(_, let queue, _) = store else { throw reason.asClosed }
            return queue
        }
    }

    /// Takes the log out of its files: reads and writes are refused with `reason` until ``reopen()``.
    ///
    /// What is under way ends first; long reads are broken off. The files are marked unless the log is not to be trusted.
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
                    // Everything is in the one file then.
                    try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                    // In this order whoever writes meanwhile is noticed, here or by the times of the file.
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

    /// Opens the files anew; when they cannot be opened whole, what can be read of them is, and the reason is thrown.
    ///
    /// A log that comes from elsewhere `isVerified` when all of it was looked at before.
    public func reopen(isVerified: Bool = false) throws(TransferLogError) {
        // What was opened for reading only keeps the same file from being written, within one process.
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

    /// The log can be written again.
    func noteRecovery() { state.withLock { $0.obstacle = nil } }

    func note(_ error: any Error) {
        guard let error = error as? TransferLogError else { return }
        switch error {
        // What cannot be trusted does not get better by going on from it.
        case .damaged, .staleTables, .moved: close(for: error)
        case .diskFull, .readOnly, .inputOutput, .outOfMemory:
            state.withLock { $0.obstacle = error }
            for observer in troubleObservers.withLock({ $0 }) { observer() }
        default: break
        }
    }

    /// The same error; a log that turns out to be damaged is closed to writing.
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

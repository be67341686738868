import GRDB
public import Localization
public import LogEntries
import LogTables
import Synchronization
public import Vocabulary

/// The append-only log of all events, and the only access to its database.
///
/// Writes use group commit: a result means that the change is on disk. Reads never wait for writes. If the database
/// cannot be fully opened, or is damaged, the log is closed to writing, and its readable part can be read.
public final class TransferLog: Sendable {
    /// Maximum number of waiting changes; more are refused with ``TransferLogError/busy``.
    public static let queueCapacity = 4_096
    /// Maximum number of changes in one commit.
    public static let largestBatch = 256

    struct State {
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
    let clock: UTCClock
    let salts: @Sendable () -> Salt
    let memory: WriterMemory
    let mark: ClosingMark?
    let state: Mutex<State>
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

    /// The present time by the clock of the log.
    public var now: Timestamp { clock.now() }

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
    public func degrade(_ reason: Message) { close(for: .closed(reason)) }

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
    public func reinstate(after reason: Message) {
        state.withLock { if $0.closedBecause == .closed(reason) { $0.closedBecause = nil } }
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
    func noting(_ error: any Error) -> any Error {
        switch error as? TransferLogError {
        case .damaged, .staleTables: if isWhole { note(error) }
        default: break
        }
        return error
    }

    func publish(_ entries: [Entry]) {
        guard !entries.isEmpty else { return }
        for observer in observers.withLock({ $0 }) { observer(entries) }
    }
}

import GRDB
import LogEntries
import LogProof
import LogTables
public import Vocabulary

/// A write transaction on the log: all of its changes are committed, or none.
///
/// It is valid only within one closure, on the writer's thread. Changes throw the errors of SQLite, and what the
/// queries of ``LogView`` throw; ``TransferLog/write(as:noting:_:)`` reports both as ``TransferLogError``. What else a
/// change throws is said with it.
public final class LogTransaction {
    let db: Database
    private let clock: UTCClock
    private let salts: @Sendable () -> Salt
    private let firstKey: String?
    /// The end of the log after this transaction's changes; nil until it is needed.
    private(set) var tip: LogTip?
    /// The entries appended so far, in order.
    private(set) var appended: [Entry] = []
    /// The clearance of the caller.
    public private(set) var clearance: Clearance
    private let disclosures: Disclosures?

    init(
        db: Database,
        clock: UTCClock,
        salts: @escaping @Sendable () -> Salt,
        firstKey: String? = nil,
        tip: LogTip?,
        clearance: Clearance = .everything,
        disclosures: Disclosures? = nil
    ) {
        self.clearance = clearance
        self.disclosures = disclosures
        self.db = db
        self.clock = clock
        self.salts = salts
        self.firstKey = firstKey
        self.tip = tip
    }

    func freshSalt() -> Salt { salts() }

    /// The log including the changes of this transaction.
    public var view: LogView { LogView(db: db, clearance: clearance, disclosures: disclosures) }

    /// Changes the clearance, for example to that of a badge's holder.
    public func see(as clearance: Clearance) { self.clearance = clearance }

    /// The time for entries recorded now.
    public var now: Timestamp { clock.now() }

    /// Appends an entry for `fact` and updates the derived tables.
    ///
    /// If the clock is behind the previous entry, or a year ahead of it, this is recorded first. The order of entries
    /// is always that of their numbers.
    @discardableResult
    public func append(_ fact: Fact, by attribution: Attribution) throws -> Entry {
        let recordedAt = now
        try noteClock(recordedAt)
        return try write(fact, by: attribution, recordedAt)
    }

    /// Records that the clock is behind the newest entry, or a year ahead of it, without waiting for the next entry.
    ///
    /// Readings that others made after the clock was set and upload later are then known to be later than this.
    public func noteClock() throws { try noteClock(now) }

    private func noteClock(_ recordedAt: Timestamp) throws {
        guard let last = try knownTip().lastRecordedAt else { return }
        let behind = last.microseconds - recordedAt.microseconds
        if behind >= Self.noticeableStep {
            let step = Fact.log(.clockSteppedBack(microseconds: behind))
            try write(step, by: Attribution(principal: .daemon), recordedAt)
        } else if -behind >= Self.remarkablePause {
            let step = Fact.log(.clockSteppedForward(microseconds: -behind))
            try write(step, by: Attribution(principal: .daemon), recordedAt)
        }
    }

    /// Synchronised clocks are adjusted by less than this many microseconds.
    private static let noticeableStep: Int64 = 1_000_000
    /// A log without entries for a year is rare, but a clock that is years ahead is not.
    private static let remarkablePause: Int64 = 366 * 86_400 * 1_000_000

    /// The current state of this transaction, for going back to it.
    var mark: Mark { Mark(tip: tip, appended: appended.count) }

    /// Discards the entries appended since `mark`; the tables must already have been rolled back.
    func go(back mark: Mark) {
        tip = mark.tip
        appended.removeLast(appended.count - mark.appended)
    }

    /// A point within a transaction.
    struct Mark {
        fileprivate let tip: LogTip?
        fileprivate let appended: Int
    }

    private func knownTip() throws -> LogTip {
        let known = try tip ?? LogTip(of: view)
        tip = known
        return known
    }

    @discardableResult
    private func write(_ fact: Fact, by attribution: Attribution, _ recordedAt: Timestamp) throws -> Entry {
        var frontier = try knownTip().frontier
        let entry = Entry(
            number: EntryNumber(rawValue: frontier.size + 1),
            fact: fact,
            attribution: attribution,
            recordedAt: recordedAt
        )
        let body = EntryBody(of: entry, salts: salts, firstKey: firstKey)
        let number = SQLValue.integer(entry.number.rawValue)
        for node in frontier.append(TreeHash(ofLeaf: body.bytes)) {
            let hash = SQLValue.blob(node.hash.bytes)
            if node.id.level == 0 {
                try db.run(
                    "INSERT INTO entry (number, body, leafHash) VALUES (?, ?, ?)",
                    [number, .blob(body.bytes), hash]
                )
            } else {
                let level = SQLValue.integer(Int64(node.id.level))
                try db.run(
                    "INSERT INTO node (level, position, hash) VALUES (?, ?, ?)",
                    [level, .integer(node.id.index), hash]
                )
            }
        }
        for (field, salt, text) in body.texts {
            try db.run(
                "INSERT INTO text (entry, field, salt, text) VALUES (?, ?, ?, ?)",
                [number, .text(field.rawValue), .blob(salt.bytes), .text(text)]
            )
        }
        try TableSets.follow(entry, in: db)
        tip = LogTip(frontier: frontier, lastRecordedAt: recordedAt)
        appended.append(entry)
        return entry
    }
}

@available(*, unavailable)
extension LogTransaction: Sendable {}

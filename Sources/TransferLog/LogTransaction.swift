import GRDB
import LogProof
public import Records

/// A change of the log under way: all of it is committed, or none.
///
/// It is lent for the length of one closure and belongs to the writer's thread.
public final class LogTransaction {
    let db: Database
    private let clock: UTCClock
    private let salts: @Sendable () -> Salt
    private let memory: WriterMemory
    /// What was appended so far, in order.
    private(set) var appended: [Entry] = []

    init(db: Database, clock: UTCClock, salts: @escaping @Sendable () -> Salt, memory: WriterMemory) {
        self.db = db
        self.clock = clock
        self.salts = salts
        self.memory = memory
    }

    /// The log as this change left it so far.
    public var view: LogView { LogView(db: db) }

    /// The instant that the daemon writes into what it records now.
    public var now: Timestamp { clock.now() }

    /// Appends an entry that says `fact`, and lets the projections follow.
    ///
    /// A clock that stands behind the entry before is noted first; the order is that of the numbers all the same.
    @discardableResult
    public func append(_ fact: Fact, by attribution: Attribution) throws -> Entry {
        let newest = try view.newestEntry()
        let recordedAt = now
        if let newest {
            let last = try memory.lastRecordedAt ?? view.entry(newest).recordedAt
            let behind = last.microseconds - recordedAt.microseconds
            if behind >= Self.noticeableStep {
                try write(
                    .log(.clockSteppedBack(microseconds: behind)),
                    by: Attribution(principal: .daemon),
                    recordedAt
                )
            }
        }
        return try write(fact, by: attribution, recordedAt)
    }

    /// Clocks that are kept right by the network move by less than this many microseconds.
    private static let noticeableStep: Int64 = 1_000_000

    @discardableResult
    private func write(_ fact: Fact, by attribution: Attribution, _ recordedAt: Timestamp) throws -> Entry {
        let size = try view.newestEntry()?.rawValue ?? 0
        let entry = Entry(
            number: EntryNumber(rawValue: size + 1),
            fact: fact,
            attribution: attribution,
            recordedAt: recordedAt
        )
        let body = EntryBody(of: entry, salts: salts)
        let leaf = TreeHash(ofLeaf: body.bytes)
        var frontier = try memory.frontier(size: size) { try view.treeNode($0) }
        try db.cachedStatement(sql: "INSERT INTO entry (number, body, leafHash) VALUES (?, ?, ?)").execute(
            arguments: [entry.number.rawValue, body.bytes.blob, leaf.bytes.blob]
        )
        for node in frontier.append(leaf) where node.id.level > 0 {
            try db.cachedStatement(sql: "INSERT INTO node (level, position, hash) VALUES (?, ?, ?)").execute(
                arguments: [node.id.level, node.id.index, node.hash.bytes.blob]
            )
        }
        memory.keep(frontier, recordedAt: recordedAt)
        for (field, salt, text) in body.texts {
            try db.cachedStatement(sql: "INSERT INTO text (entry, field, salt, text) VALUES (?, ?, ?, ?)").execute(
                arguments: [entry.number.rawValue, field.rawValue, salt.bytes.blob, text]
            )
        }
        try Projections.apply(entry, in: db, of: view)
        appended.append(entry)
        return entry
    }
}

@available(*, unavailable)
extension LogTransaction: Sendable {}

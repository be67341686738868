import GRDB
public import Records

/// A change of the log under way: all of it is committed, or none.
///
/// It is lent for the length of one closure and belongs to the writer's thread.
public final class LogTransaction {
    let db: Database
    private let clock: UTCClock
    private let salts: @Sendable () -> Salt
    /// What was appended so far, in order.
    private(set) var appended: [Entry] = []

    init(db: Database, clock: UTCClock, salts: @escaping @Sendable () -> Salt) {
        self.db = db
        self.clock = clock
        self.salts = salts
    }

    /// The log as this change left it so far.
    public var view: LogView { LogView(db: db) }

    /// The instant that the daemon writes into what it records now.
    public var now: Timestamp { clock.now() }

    /// Appends an entry that says `fact`, and lets the projections follow.
    @discardableResult
    public func append(_ fact: Fact, by attribution: Attribution) throws -> Entry {
        let newest = try view.newestEntry()?.rawValue ?? 0
        let entry = Entry(
            number: EntryNumber(rawValue: newest + 1),
            fact: fact,
            attribution: attribution,
            recordedAt: now
        )
        let body = EntryBody(of: entry, salts: salts)
        try db.cachedStatement(sql: "INSERT INTO entry (number, body, leafHash) VALUES (?, ?, ?)").execute(
            arguments: [entry.number.rawValue, body.bytes.blob, LeafHash(of: body.bytes).bytes.blob]
        )
        for (field, salt, text) in body.texts {
            try db.cachedStatement(sql: "INSERT INTO text (entry, field, salt, text) VALUES (?, ?, ?, ?)").execute(
                arguments: [entry.number.rawValue, field.rawValue, salt.bytes.blob, text]
            )
        }
        try Projections.apply(entry, in: db)
        appended.append(entry)
        return entry
    }
}

@available(*, unavailable)
extension LogTransaction: Sendable {}

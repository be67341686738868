package import GRDB
package import Vocabulary

/// All table sets, and what the log does with each of them.
///
/// An entry is applied only to the result of the entries before it, so a replay of all entries yields the same
/// tables.
package enum TableSets {
    /// Each set after those whose tables it reads or refers to.
    package static let all: [any TableSet.Type] = [
        EntityTables.self, HistoryTables.self, CustodyTables.self, ChargeOutTables.self, ConditionTables.self,
        ConcealmentTables.self, StationTables.self, PullListTables.self, LabelTables.self, SupplyTables.self,
        DocumentTables.self, EvidenceTables.self, SearchTables.self, UploadTables.self, AccessTables.self,
    ]

    /// The tables of the log itself: entries, readings and requests, and what the migrations need.
    package static let core: Set<String> = [
        "entry", "node", "text", "reading", "outcome", "openReading", "device", "request", "response", "requestRecord",
        "grdb_migrations",
    ]

    /// All derived tables, each after those to which its rows refer.
    package static let derived = all.flatMap { $0.derived }

    /// Indexes of derived tables that no replay uses.
    static let lateIndexes = all.flatMap { $0.lateIndexes }

    /// The sets with derived tables.
    private static let deriving = all.filter { !$0.derived.isEmpty }

    /// Updates the derived tables for an entry that was just appended.
    package static func follow(_ entry: Entry, in db: Database) throws {
        try replay(entry, in: db, of: EntryTable(in: db))
        for set in deriving { try set.follow(entry, in: db) }
    }

    /// Updates the derived tables for one of all entries; ``complete(in:)`` follows the last one.
    ///
    /// - Parameters:
    ///   - db: the database with the derived tables.
    ///   - log: the database with the entries; the same one, except when a copy is built for comparison.
    package static func replay(_ entry: Entry, in db: Database, of log: EntryTable) throws {
        for set in deriving { try set.apply(entry, in: db, of: log) }
        if case .corrected(let correction) = entry.fact { try apply(correction, of: entry, in: db, of: log) }
    }

    /// Derives what is derived from other tables, after all entries were replayed.
    package static func complete(in db: Database) throws {
        for set in all { try set.complete(in: db) }
    }

    /// What is wrong with stored tables that repeat content of entries.
    package static func problems(in db: Database) throws -> [String] { try all.compactMap { try $0.problem(in: db) } }

    /// Applies a correction: its target becomes void or valid again, and the rows of its subject are derived again.
    private static func apply(_ correction: Correction, of entry: Entry, in db: Database, of log: EntryTable) throws {
        let subject = CorrectedSubject(
            id: correction.subject,
            origin: try HistoryTables.origin(of: correction, by: entry.number, in: log),
            facts: try HistoryTables.recount(correction.subject, in: db, of: log)
        )
        for set in deriving { try set.correct(subject, in: db, of: log) }
    }

    /// Derives the validity of entries again in a log whose tables were derived when a correction of a correction of a
    /// correction had no effect.
    package static func recountCorrections(in db: Database) throws {
        let log = EntryTable(in: db)
        let voided = try db.all("SELECT entry FROM voided ORDER BY entry") { $0.entry(0) }
        for number in voided {
            let entry = try log.entry(number)
            guard case .corrected(let correction) = entry.fact else { continue }
            try apply(correction, of: entry, in: db, of: log)
            for set in deriving { try set.follow(entry, in: db) }
        }
    }
}

package import GRDB
import LogEntries
package import Vocabulary

/// The entries about each entity, and which entries are void.
package enum HistoryTables: TableSet {
    package static let derived = ["history", "voided"]
    package static let lateIndexes = ["historyByPlace"]

    package static func apply(_ entry: Entry, in db: Database, of log: EntryTable) throws {
        if let subject = entry.subject { try add(entry, to: subject, in: db) }
    }

    /// Adds the entry to the history of `entity`.
    static func add(_ entry: Entry, to entity: EntityID, in db: Database) throws {
        var destination: Placement?
        if case .transferred(let transfer) = entry.fact { destination = transfer.to }
        try db.run(
            "INSERT INTO history (record, entry, occurredAt, isBackDated, kind, place) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .integer(entity.rawValue), .integer(entry.number.rawValue), .integer(entry.occurredAt.microseconds),
                SQLValue(entry.isBackDated), SQLValue(destination?.word), SQLValue(destination?.place?.rawValue),
            ]
        )
    }

    /// The entry that a correction ultimately concerns: its target, or the target of the correction that it voids.
    static func origin(of correction: Correction, by number: EntryNumber, in log: EntryTable) throws -> Entry {
        var (later, voids) = (number, correction.voids)
        while true {
            // This terminates whatever the log contains.
            guard voids < later else { throw LogDamage("entry \(later) voids one that came after it") }
            let entry = try log.entry(voids)
            guard case .corrected(let earlier) = entry.fact else { return entry }
            (later, voids) = (voids, earlier.voids)
        }
    }

    /// Determines again which entries about `subject` are void, and returns the valid ones except transfers, oldest
    /// first.
    ///
    /// A correction voids only earlier entries, so going back from the newest decides each correction before its
    /// target.
    static func recount(_ subject: EntityID, in db: Database, of log: EntryTable) throws -> [Entry] {
        let entries = try numbers(of: subject, where: "kind IS NULL", in: db).map(log.entry)
        var voided: Set<EntryNumber> = []
        for entry in entries.reversed() {
            guard case .corrected(let correction) = entry.fact, correction.subject == subject,
                correction.voids < entry.number, !voided.contains(correction.voids)
            else { continue }
            try db.run("DELETE FROM voided WHERE entry = ?", [.integer(correction.voids.rawValue)])
            guard !voided.contains(entry.number) else { continue }
            voided.insert(correction.voids)
            try db.run(
                "INSERT INTO voided (entry, by) VALUES (?, ?)",
                [.integer(correction.voids.rawValue), .integer(entry.number.rawValue)]
            )
        }
        // A correction about another entity may void an entry that is about two.
        let valid = try Set(numbers(of: subject, where: "kind IS NULL AND \(isValid)", in: db))
        return entries.filter { valid.contains($0.number) }
    }

    /// An SQL condition on a row of `history`: true if its entry is not void.
    static let isValid = "NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = history.entry)"

    /// The numbers of entries about `entity`, oldest first.
    ///
    /// - Parameter condition: an SQL condition, never external input.
    static func numbers(of entity: EntityID, where condition: String, in db: Database) throws -> [EntryNumber] {
        try db.all(
            "SELECT entry FROM history WHERE record = ? AND \(condition) ORDER BY entry",
            [.integer(entity.rawValue)]
        ) { $0.entry(0) }
    }
}

import GRDB
import LogEntries
import Vocabulary

/// Derives which entity each document belongs to, and the histories of both entities of a move.
extension Projections {
    static func apply(_ move: DocumentMove, of entry: Entry, in db: Database) throws {
        try db.run(
            "INSERT INTO documentMove (entry, document, record) VALUES (?, ?, ?)",
            [.integer(entry.number.rawValue), .integer(move.document.rawValue), .integer(move.subject.rawValue)]
        )
        try db.run(
            "UPDATE document SET record = ? WHERE entry = ?",
            [.integer(move.subject.rawValue), .integer(move.document.rawValue)]
        )
    }

    /// Determines the entity of the document from its valid moves.
    static func replaceHolder(of document: EntryNumber, in db: Database, of log: EntryTable) throws {
        let moved = try db.first(
            """
            SELECT record FROM documentMove WHERE document = ?
                AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = documentMove.entry)
            ORDER BY entry DESC LIMIT 1
            """,
            [.integer(document.rawValue)]
        ) { EntityID(rawValue: $0.integer(0)) }
        guard let holder = try moved ?? log.entry(document).subject else { return }
        try db.run(
            "UPDATE document SET record = ? WHERE entry = ?",
            [.integer(holder.rawValue), .integer(document.rawValue)]
        )
    }

    private static func holder(of document: EntryNumber, in db: Database) throws -> EntityID? {
        try db.first("SELECT record FROM document WHERE entry = ?", [.integer(document.rawValue)]) {
            EntityID(rawValue: $0.integer(0))
        }
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

    /// An entry about two entities is in the history of both, and visible only to callers who may see both.
    static func noteParties(of entry: Entry, in db: Database, of log: EntryTable) throws {
        var parties: Set<EntityID> = []
        switch entry.fact {
        case .documentMoved(let move): parties = [move.subject, move.origin]
        case .corrected(let correction):
            let origin = try origin(of: correction, by: entry.number, in: log)
            if case .documentMoved(let move) = origin.fact { parties = [move.subject, move.origin] }
            if case .documentAttached = origin.fact, let holder = try holder(of: origin.number, in: db) {
                parties = [correction.subject, holder]
            }
        default: return
        }
        guard parties.count > 1 else { return }
        for party in parties {
            try db.run(
                "INSERT INTO entryParty (entry, record) VALUES (?, ?)",
                [.integer(entry.number.rawValue), .integer(party.rawValue)]
            )
            if party != entry.subject { try addToHistory(of: party, entry, in: db) }
        }
    }
}

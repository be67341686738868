import GRDB
import Records

/// Documents that were moved from one thing to another, and the histories of both.
extension Projections {
    static func apply(_ move: DocumentMove, of entry: Entry, in db: Database) throws {
        try db.run(
            "INSERT INTO documentMove (entry, document, record) VALUES (?, ?, ?)",
            .integer(entry.number.rawValue),
            .integer(move.document.rawValue),
            .integer(move.subject.rawValue)
        )
        try db.run(
            "UPDATE document SET record = ? WHERE entry = ?",
            .integer(move.subject.rawValue),
            .integer(move.document.rawValue)
        )
    }

    /// Works out whose the document is, from the moves of it that count.
    static func replaceHolder(of document: EntryNumber, in db: Database, of log: LogView) throws {
        let moved = try db.first(
            """
            SELECT record FROM documentMove WHERE document = ?
                AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = documentMove.entry)
            ORDER BY entry DESC LIMIT 1
            """,
            .integer(document.rawValue)
        ) { RecordID(rawValue: $0.integer(0)) }
        guard let holder = try moved ?? log.entry(document).subject else { return }
        try db.run(
            "UPDATE document SET record = ? WHERE entry = ?",
            .integer(holder.rawValue),
            .integer(document.rawValue)
        )
    }

    /// The entry that a correction is about in the end: what it voids, or what the correction that it voids voids.
    static func origin(of correction: Correction, by number: EntryNumber, in log: LogView) throws -> Entry {
        var (later, voids) = (number, correction.voids)
        while true {
            // Whatever the log says, this ends.
            guard voids < later else { throw TransferLogError.damaged("entry \(later) voids one that came after it") }
            let entry = try log.entry(voids)
            guard case .corrected(let earlier) = entry.fact else { return entry }
            (later, voids) = (voids, earlier.voids)
        }
    }

    /// An entry that is about two things is in the history of both, and shown to those who may know of both.
    static func noteParties(of entry: Entry, in db: Database, of log: LogView) throws {
        var parties: Set<RecordID> = []
        switch entry.fact {
        case .documentMoved(let move): parties = [move.subject, move.origin]
        case .corrected(let correction):
            let origin = try origin(of: correction, by: entry.number, in: log)
            if case .documentMoved(let move) = origin.fact { parties = [move.subject, move.origin] }
            if case .documentAttached = origin.fact, let holder = try LogView(db: db).holder(of: origin.number) {
                parties = [correction.subject, holder]
            }
        default: return
        }
        guard parties.count > 1 else { return }
        for party in parties {
            try db.run(
                "INSERT INTO entryParty (entry, record) VALUES (?, ?)",
                .integer(entry.number.rawValue),
                .integer(party.rawValue)
            )
            if party != entry.subject { try addToHistory(of: party, entry, in: db) }
        }
    }
}

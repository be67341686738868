package import GRDB
package import Vocabulary

/// Documents, the entities to which they belong, and the two entities of entries about two; and the state of drop
/// folders.
package enum DocumentTables: TableSet {
    package static let derived = ["document", "documentMove", "entryParty"]
    package static let stored = ["openCase", "filedFile"]
    package static let lateIndexes = [
        "documentByRecord", "documentByContent", "documentByScanner", "documentMoveByDocument",
    ]

    package static func apply(_ entry: Entry, in db: Database, of log: EntryTable) throws {
        switch entry.fact {
        case .documentAttached(let document): try apply(document, of: entry, in: db)
        case .documentMoved(let move):
            try note([move.subject, move.origin], of: entry, in: db)
            try apply(move, of: entry, in: db)
        case .corrected(let correction): try noteParties(of: correction, entry, in: db, of: log)
        case .expunged(let expungement) where expungement.stage != .requested:
            try db.run("DELETE FROM document WHERE record = ?", [.integer(expungement.subject.rawValue)])
        default: break
        }
    }

    private static func apply(_ document: DocumentAttachment, of entry: Entry, in db: Database) throws {
        try db.run(
            "INSERT INTO document (entry, record, sha256, firstPage, pages, scanner) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .integer(entry.number.rawValue), .integer(document.subject.rawValue), .text(document.hash.text),
                .integer(Int64(document.firstPage)), .integer(Int64(document.pages)), SQLValue(entry.scanner?.text),
            ]
        )
    }

    private static func apply(_ move: DocumentMove, of entry: Entry, in db: Database) throws {
        try db.run(
            "INSERT INTO documentMove (entry, document, record) VALUES (?, ?, ?)",
            [.integer(entry.number.rawValue), .integer(move.document.rawValue), .integer(move.subject.rawValue)]
        )
        try setHolder(of: move.document, to: move.subject, in: db)
    }

    private static func setHolder(of document: EntryNumber, to entity: EntityID, in db: Database) throws {
        try db.run(
            "UPDATE document SET record = ? WHERE entry = ?",
            [.integer(entity.rawValue), .integer(document.rawValue)]
        )
    }

    private static func noteParties(
        of correction: Correction,
        _ entry: Entry,
        in db: Database,
        of log: EntryTable
    ) throws {
        let origin = try HistoryTables.origin(of: correction, by: entry.number, in: log)
        switch origin.fact {
        case .documentMoved(let move): try note([move.subject, move.origin], of: entry, in: db)
        case .documentAttached:
            let query = "SELECT record FROM document WHERE entry = ?"
            let holder = try db.first(query, [.integer(origin.number.rawValue)]) { $0.entity(0) }
            if let holder { try note([correction.subject, holder], of: entry, in: db) }
        default: break
        }
    }

    /// An entry about two entities is in the history of both, and visible only to callers who may see both.
    private static func note(_ parties: Set<EntityID>, of entry: Entry, in db: Database) throws {
        guard parties.count > 1 else { return }
        for party in parties {
            try db.run(
                "INSERT INTO entryParty (entry, record) VALUES (?, ?)",
                [.integer(entry.number.rawValue), .integer(party.rawValue)]
            )
            if party != entry.subject { try HistoryTables.add(entry, to: party, in: db) }
        }
    }

    /// Determines the entity of a document whose move became void, or valid again, from its valid moves.
    package static func correct(_ subject: CorrectedSubject, in db: Database, of log: EntryTable) throws {
        guard case .documentMoved(let move) = subject.origin.fact else { return }
        let moved = try db.first(
            """
            SELECT record FROM documentMove WHERE document = ?
                AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = documentMove.entry)
            ORDER BY entry DESC LIMIT 1
            """,
            [.integer(move.document.rawValue)]
        ) { $0.entity(0) }
        guard let holder = try moved ?? log.entry(move.document).subject else { return }
        try setHolder(of: move.document, to: holder, in: db)
    }
}

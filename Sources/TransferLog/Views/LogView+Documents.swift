import GRDB
import LogTables
public import Vocabulary

extension LogView {
    /// The valid entries that attached documents now belonging to `record`, after `cursor`, in log order.
    public func documents(of entity: EntityID, after cursor: EntryNumber?, limit: Int) throws -> [Entry] {
        try numbers(
            "SELECT entry FROM document WHERE record = ? AND entry > ? AND \(Self.counts) ORDER BY entry LIMIT ?",
            [.integer(entity.rawValue), .integer(cursor?.rawValue ?? 0), .integer(Int64(limit))]
        ).map { try entry($0) }
    }

    /// The valid entries that attached documents of any entity visible to the caller, after `cursor`, in log order.
    public func documents(after cursor: EntryNumber?, limit: Int) throws -> [Entry] {
        try numbers(
            """
            SELECT entry FROM document WHERE entry > ? AND \(Self.counts) AND \(visible("document.record"))
            ORDER BY entry LIMIT ?
            """,
            [.integer(cursor?.rawValue ?? 0), .integer(Int64(limit))]
        ).map { try entry($0) }
    }

    /// The entity that a document belongs to; nil when the entry attached no document, or the entity was expunged.
    public func holder(of document: EntryNumber) throws -> EntityID? {
        try db.first("SELECT record FROM document WHERE entry = ?", [.integer(document.rawValue)]) { $0.entity(0) }
    }

    /// The newest valid entry that moved the document to another entity.
    public func newestMove(of document: EntryNumber) throws -> EntryNumber? {
        // A read-only log of an earlier version does not have this table.
        guard try db.tableExists("documentMove") else { return nil }
        return try numbers(
            """
            SELECT entry FROM documentMove WHERE document = ?
                AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = documentMove.entry)
            ORDER BY entry DESC LIMIT 1
            """,
            [.integer(document.rawValue)]
        ).first
    }

    /// The files with pages of entities that are not expunged, after `cursor`, by name; voided attachments are
    /// included.
    public func documentFiles(after cursor: ContentHash?, limit: Int) throws -> [ContentHash] {
        let sql = "SELECT DISTINCT sha256 FROM document WHERE sha256 > ? ORDER BY sha256 LIMIT ?"
        return try db.all(sql, [.text(cursor?.text ?? ""), .integer(Int64(limit))]) { ContentHash($0.text(0)) }
            .compactMap(\.self)
    }

    /// All files with pages that ever belonged to `record`, expunged or not.
    public func documentHashes(of entity: EntityID) throws -> Set<ContentHash> {
        let sql = "SELECT entry FROM history WHERE record = ? AND kind IS NULL"
        return try Set(
            numbers(sql, [.integer(entity.rawValue)]).compactMap { number in
                let fact = try entry(number).fact
                if case .documentMoved(let move) = fact { return try attachment(move.document)?.hash }
                guard case .documentAttached(let document) = fact else { return nil }
                return document.hash
            }
        )
    }

    /// All entities, except expunged ones, to which pages of this file were ever attached.
    public func entities(withDocument hash: ContentHash) throws -> Set<EntityID> {
        let sql = "SELECT record FROM document WHERE sha256 = ?"
        return try Set(db.all(sql, [.text(hash.text)]) { $0.entity(0) })
    }

    /// The document that the entry attached; nil for another kind of entry.
    public func attachment(_ document: EntryNumber) throws -> DocumentAttachment? {
        guard case .documentAttached(let attachment) = try entry(document).fact else { return nil }
        return attachment
    }

    static let counts = "NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = document.entry)"

    private func numbers(_ sql: String, _ values: [SQLValue]) throws -> [EntryNumber] {
        try db.all(sql, values) { $0.entry(0) }
    }
}

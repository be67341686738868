import GRDB
import LogTables
import Vocabulary

import struct Vocabulary.Entity

extension LogView {
    /// Texts that contain all of `words`, newest first, before position `cursor`.
    ///
    /// Former titles and voided documents are left out.
    public func search(_ words: SearchWords, before cursor: Int64?, limit: Int) throws -> [SearchHit] {
        // A read-only log of an earlier version does not have this table.
        guard try db.tableExists("searchText") else { return [] }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT rowid, snippet(searchText, 0, '', '', '…', 16) FROM searchText
                WHERE searchText MATCH ? AND rowid < ? ORDER BY rowid DESC
                """,
            arguments: [words.query, cursor ?? Int64.max]
        )
        var hits: [SearchHit] = []
        while hits.count < limit, let row = try rows.next() {
            let place = SearchPlace(number: row[0])
            let entity = place.page == 0 ? try entity(titledBy: place.entry) : try entity(documentedBy: place.entry)
            guard let entity else { continue }
            hits.append(
                SearchHit(
                    position: place.number,
                    entity: entity,
                    place: place.page == 0 ? .title : .page(document: place.entry, number: place.page),
                    snippet: Self.line(row[1])
                )
            )
        }
        return hits
    }

    /// Whether entries were appended since titles were last indexed.
    public func hasTitlesToIndex() throws -> Bool {
        guard try db.tableExists("searchedTitle") else { return false }
        let last = try db.first("SELECT lastEntry FROM searchedTitle") { $0.integer(0) }
        return try newestEntry()?.rawValue ?? 0 > last ?? 0
    }

    /// Whether there is a title that is not indexed yet.
    public func lacksTitlesInSearch() throws -> Bool {
        guard try db.tableExists("searchedTitle") else { return true }
        let query = """
            SELECT 1 FROM text WHERE entry > (SELECT lastEntry FROM searchedTitle) AND field = 'title' LIMIT 1
            """
        return try db.first(query) { _ in true } ?? false
    }

    private func entity(titledBy number: EntryNumber) throws -> Entity? {
        guard let subject = try entry(number).subject else { return nil }
        let isItsTitle = try db.first(
            "SELECT 1 FROM record WHERE id = ? AND titleEntry = ?",
            [.integer(subject.rawValue), .integer(number.rawValue)]
        ) { _ in true }
        return isItsTitle == nil ? nil : try entity(subject)
    }

    private func entity(documentedBy number: EntryNumber) throws -> Entity? {
        let sql = "SELECT record FROM document WHERE entry = ? AND \(Self.counts)"
        let id = try db.first(sql, [.integer(number.rawValue)]) { $0.entity(0) }
        return try id.flatMap { try entity($0) }
    }

    /// Reduces recognised text to one line of limited length.
    private static func line(_ snippet: String) -> String {
        String(snippet.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(300))
    }
}

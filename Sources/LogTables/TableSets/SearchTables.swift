package import GRDB
import Vocabulary

/// The search index: every title that an entity ever had, and recognised text of documents.
package enum SearchTables: TableSet {
    package static let stored = ["searchText", "searchedTitle", "recognition"]

    /// Indexes all titles again if one differs from the entries; recognised text of documents stays.
    package static func complete(in db: Database) throws {
        guard try firstStray(in: db) != nil else { return }
        try db.execute(
            sql: """
                DELETE FROM searchText WHERE rowid & 4095 = 0;
                UPDATE searchedTitle SET lastEntry = 0;
                INSERT INTO searchText (searchText) VALUES ('rebuild');
                """
        )
    }

    package static func problem(in db: Database) throws -> String? {
        try firstStray(in: db).map { "the title of entry \($0) is not found by the words that were given" }
    }

    /// The entry of the first title that differs from the entries or is not in them; nil if all match.
    ///
    /// The rows of FTS5 are read without its index (https://sqlite.org/fts5.html, section 9).
    private static func firstStray(in db: Database) throws -> EntryNumber? {
        let altered = """
            SELECT text.entry FROM text LEFT JOIN searchText_content AS row ON row.id = text.entry << 12
            WHERE text.field = 'title' AND text.entry <= (SELECT lastEntry FROM searchedTitle) AND row.c0 IS NOT text.text
            ORDER BY text.entry LIMIT 1
            """
        let invented = """
            SELECT id >> 12 FROM searchText_docsize WHERE id & 4095 = 0
                AND NOT EXISTS (SELECT 1 FROM text WHERE entry = id >> 12 AND field = 'title')
            ORDER BY id LIMIT 1
            """
        for query in [altered, invented] {
            let entry = try db.first(query) { $0.entry(0) }
            if let entry { return entry }
        }
        return nil
    }
}

import GRDB
import LogTables
public import Vocabulary

extension LogView {
    /// The oldest valid document after `cursor` with pages whose text was never read.
    public func unreadPages(after cursor: EntryNumber) throws -> UnreadPages? {
        // A read-only log of an earlier version does not have this table.
        guard try db.tableExists("recognition") else { return nil }
        let sql = """
            SELECT entry, sha256, firstPage, pages, lastPage FROM document LEFT JOIN recognition ON document = entry
            WHERE entry > ? AND \(Self.counts) AND firstPage + pages <= ?
                AND (lastPage IS NULL OR lastPage < firstPage + pages - 1)
            ORDER BY entry LIMIT 1
            """
        let most = SQLValue.integer(Int64(SearchPlace.mostPages))
        let found = try db.first(sql, [.integer(try start(after: cursor)), most]) { row in
            (document: RecognisedDocument(row), lastPage: row.optionalInteger(4).map(Int.init))
        }
        guard let (document, lastPage) = found, let hash = document.hash else { return nil }
        var pages: ClosedRange<Int>? = document.pages
        if let lastPage {
            pages = max(lastPage + 1, document.pages.lowerBound)...document.pages.upperBound
        } else {
            // Read before languages were recorded: existing text is kept, and pages without text are tried once more.
            let first = try document.pages.first { try !hasText(SearchPlace(entry: document.entry, page: $0)) }
            pages = first.map { $0...document.pages.upperBound }
        }
        return UnreadPages(document: document.entry, hash: hash, pages: pages)
    }

    /// The oldest valid document after `cursor` that was read, but not in all of `languages`.
    public func pagesUnread(in languages: Set<String>, after cursor: EntryNumber) throws -> UnreadPages? {
        guard try db.tableExists("recognition") else { return nil }
        let sql = """
            SELECT entry, sha256, firstPage, pages FROM recognition JOIN document ON entry = document
            WHERE languages = ? AND document > ? AND \(Self.counts) ORDER BY document LIMIT 1
            """
        let start = SQLValue.integer(try start(after: cursor))
        let lacking = try recognisedLanguages().filter {
            !languages.isSubset(of: $0.split(separator: " ").map(String.init))
        }
        let found = try lacking.compactMap { try db.first(sql, [.text($0), start]) { RecognisedDocument($0) } }
        guard let oldest = found.min(by: { $0.entry < $1.entry }), let hash = oldest.hash else { return nil }
        return UnreadPages(document: oldest.entry, hash: hash, pages: oldest.pages)
    }

    /// The combinations of languages in which documents were read; there are few, each found with one index lookup.
    private func recognisedLanguages() throws -> [String] {
        var found: [String] = []
        let sql = "SELECT languages FROM recognition WHERE languages > ? ORDER BY languages LIMIT 1"
        if try db.first("SELECT 1 FROM recognition WHERE languages = '' LIMIT 1", value: { _ in true }) != nil {
            found.append("")
        }
        while let next = try db.first(sql, [.text(found.last ?? "")], value: { $0.text(0) }) { found.append(next) }
        return found
    }

    /// A restored log may end before the position reached in the replaced log.
    private func start(after cursor: EntryNumber) throws -> Int64 {
        try newestEntry().map { $0 < cursor ? 0 : cursor.rawValue } ?? 0
    }

    private func hasText(_ page: SearchPlace) throws -> Bool {
        let sql = "SELECT 1 FROM searchText WHERE rowid = ? AND text <> ''"
        return try db.first(sql, [.integer(page.number)]) { _ in true } ?? false
    }
}

/// A row of `document`: entry, hash, first page and number of pages.
private struct RecognisedDocument {
    let entry: EntryNumber
    let hash: ContentHash?
    let pages: ClosedRange<Int>

    init(_ row: SQLRow) {
        entry = row.entry(0)
        hash = ContentHash(row.text(1))
        let first = Int(row.integer(2))
        pages = first...(first + max(Int(row.integer(3)), 1) - 1)
    }
}

import GRDB
import LogTables
public import Vocabulary

extension LogTransaction {
    /// Adds at most `limit` more titles to the search index; returns false when all are indexed.
    public func indexTitles(limit: Int) throws -> Bool {
        let last = try db.first("SELECT lastEntry FROM searchedTitle") { $0.integer(0) } ?? 0
        let newest = try view.newestEntry()?.rawValue ?? 0
        let sql = "SELECT entry, text FROM text WHERE entry > ? AND field = 'title' ORDER BY entry LIMIT ?"
        let titles = try db.all(sql, [.integer(last), .integer(Int64(limit))]) {
            (entry: $0.integer(0), text: $0.text(1))
        }
        for (entry, text) in titles { try index(text, at: SearchPlace(entry: EntryNumber(rawValue: entry))) }
        let isWhole = titles.count < limit
        let end = isWhole ? newest : titles.last?.entry ?? newest
        try db.run("UPDATE searchedTitle SET lastEntry = ?", [.integer(end)])
        return !isWhole
    }

    /// Removes the texts about `subject` from the search table, and their words from its index.
    func eraseSearchTexts(of subject: EntityID) throws {
        var entries: [EntryNumber] = []
        // Moves have no searchable text; a document that now belongs to another entity keeps its text.
        let sql = """
            SELECT entry FROM history WHERE record = ?1 AND kind IS NULL
                AND NOT EXISTS (SELECT 1 FROM document WHERE document.entry = history.entry AND record <> ?1)
            UNION SELECT entry FROM document WHERE record = ?1
            """
        try db.each(sql, [.integer(subject.rawValue)]) { entries.append($0.entry(0)) }
        var erased = 0
        for entry in entries {
            try db.run(
                "DELETE FROM searchText WHERE rowid BETWEEN ? AND ?",
                [
                    .integer(SearchPlace(entry: entry).number),
                    .integer(SearchPlace(entry: entry, page: SearchPlace.mostPages).number),
                ]
            )
            erased += db.changesCount
            try db.run("DELETE FROM recognition WHERE document = ?", [.integer(entry.rawValue)])
        }
        // A deletion only marks the row in the index; merging all index segments removes its words.
        if erased > 0 { try db.run("INSERT INTO searchText (searchText) VALUES ('optimize')") }
    }

    func index(_ text: String, at place: SearchPlace) throws {
        let number = SQLValue.integer(place.number)
        try db.run("DELETE FROM searchText WHERE rowid = ?", [number])
        try db.run("INSERT INTO searchText (rowid, text) VALUES (?, ?)", [number, .text(text)])
    }
}

extension LogTransaction {
    /// Stores the text of `page` of the file that `document` attached, recognised in `languages`.
    ///
    /// Does nothing if the document was expunged in the meantime. The pages of a document must be stored in order. An
    /// existing text of the page is replaced.
    public func keep(_ text: String, in languages: Set<String>, of page: Int, in document: EntryNumber) throws {
        let number = SQLValue.integer(document.rawValue)
        guard
            let first = try db.first(
                "SELECT firstPage FROM document WHERE entry = ?",
                [number],
                value: { $0.integer(0) }
            )
        else { return }
        try index(text, at: SearchPlace(entry: document, page: page))
        var known = languages
        let before = "SELECT languages FROM recognition WHERE document = ? AND lastPage < ?"
        if page > first,
            let earlier = try db.first(before, [number, .integer(Int64(page))], value: { $0.optionalText(0) ?? "" })
        {
            // The languages of a document are those in which all its pages were read.
            known.formIntersection(earlier.split(separator: " ").map(String.init))
        }
        try note(document, upTo: page, known.sorted().joined(separator: " "))
    }

    /// Records that all pages of `document` were read before languages were recorded.
    public func noteReadBefore(_ document: EntryNumber) throws {
        let sql = "SELECT firstPage + pages - 1 FROM document WHERE entry = ?"
        guard let last = try db.first(sql, [.integer(document.rawValue)], value: { $0.integer(0) }) else { return }
        try note(document, upTo: Int(last), nil)
    }

    private func note(_ document: EntryNumber, upTo page: Int, _ languages: String?) throws {
        try db.run(
            "INSERT OR REPLACE INTO recognition (document, lastPage, languages) VALUES (?, ?, ?)",
            [.integer(document.rawValue), .integer(Int64(page)), languages.map { .text($0) } ?? .null]
        )
    }
}

import GRDB
import LogTables
import Vocabulary

extension LogTransaction {
    /// Adds at most `limit` more titles to the search index; returns false when all are indexed.
    public func indexTitles(limit: Int) throws -> Bool {
        let last = try db.first("SELECT lastEntry FROM searchedTitle") { $0.integer(0) } ?? 0
        let newest = try view.newestEntry()?.rawValue ?? 0
        var titles: [(entry: Int64, text: String)] = []
        let sql = "SELECT entry, text FROM text WHERE entry > ? AND field = 'title' ORDER BY entry LIMIT ?"
        try db.each(sql, .integer(last), .integer(Int64(limit))) { titles.append(($0.integer(0), $0.text(1))) }
        for (entry, text) in titles { try index(text, at: SearchPlace(entry: EntryNumber(rawValue: entry))) }
        let isWhole = titles.count < limit
        let end = isWhole ? newest : titles.last?.entry ?? newest
        try db.run("UPDATE searchedTitle SET lastEntry = ?", .integer(end))
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
        try db.each(sql, .integer(subject.rawValue)) { entries.append(EntryNumber(rawValue: $0.integer(0))) }
        var erased = 0
        for entry in entries {
            try db.run(
                "DELETE FROM searchText WHERE rowid BETWEEN ? AND ?",
                .integer(SearchPlace(entry: entry).number),
                .integer(SearchPlace(entry: entry, page: SearchPlace.mostPages).number)
            )
            erased += db.changesCount
            try db.run("DELETE FROM recognition WHERE document = ?", .integer(entry.rawValue))
        }
        // A deletion only marks the row in the index; merging all index segments removes its words.
        if erased > 0 { try db.run("INSERT INTO searchText (searchText) VALUES ('optimize')") }
    }

    func index(_ text: String, at place: SearchPlace) throws {
        let number = SQLValue.integer(place.number)
        try db.run("DELETE FROM searchText WHERE rowid = ?", number)
        try db.run("INSERT INTO searchText (rowid, text) VALUES (?, ?)", number, .text(text))
    }
}

import GRDB
import Records

extension LogTransaction {
    /// Makes further titles searchable, at most `limit`; false when all are.
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

    /// Takes what could be searched about `subject` out of the search table, and the words out of its index.
    func eraseSearchTexts(of subject: RecordID) throws {
        var entries: [EntryNumber] = []
        // Moves have no text that can be searched; a document that another thing has now keeps its own.
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
        // The index only notes that a row is gone; making one piece of all its pieces leaves its words out.
        if erased > 0 { try db.run("INSERT INTO searchText (searchText) VALUES ('optimize')") }
    }

    func index(_ text: String, at place: SearchPlace) throws {
        let number = SQLValue.integer(place.number)
        try db.run("DELETE FROM searchText WHERE rowid = ?", number)
        try db.run("INSERT INTO searchText (rowid, text) VALUES (?, ?)", number, .text(text))
    }
}

import LogTables
public import Vocabulary

extension LogTransaction {
    /// Stores the text of `page` of the file that `document` attached, recognised in `languages`.
    ///
    /// Does nothing if the document was expunged in the meantime. The pages of a document must be stored in order. An
    /// existing text of the page is replaced.
    public func keep(
        _ text: String,
        in languages: Set<String>,
        of page: Int,
        in document: EntryNumber
    ) throws {
        let number = SQLValue.integer(document.rawValue)
        guard
            let first = try db.first("SELECT firstPage FROM document WHERE entry = ?", number, value: { $0.integer(0) })
        else { return }
        try index(text, at: SearchPlace(entry: document, page: page))
        var known = languages
        let before = "SELECT languages FROM recognition WHERE document = ? AND lastPage < ?"
        if page > first,
            let earlier = try db.first(before, number, .integer(Int64(page)), value: { $0.optionalText(0) ?? "" })
        {
            // The languages of a document are those in which all its pages were read.
            known.formIntersection(earlier.split(separator: " ").map(String.init))
        }
        try note(document, upTo: page, known.sorted().joined(separator: " "))
    }

    /// Records that all pages of `document` were read before languages were recorded.
    public func noteReadBefore(_ document: EntryNumber) throws {
        let sql = "SELECT firstPage + pages - 1 FROM document WHERE entry = ?"
        guard let last = try db.first(sql, .integer(document.rawValue), value: { $0.integer(0) }) else { return }
        try note(document, upTo: Int(last), nil)
    }

    private func note(_ document: EntryNumber, upTo page: Int, _ languages: String?) throws {
        try db.run(
            "INSERT OR REPLACE INTO recognition (document, lastPage, languages) VALUES (?, ?, ?)",
            .integer(document.rawValue),
            .integer(Int64(page)),
            languages.map { .text($0) } ?? .null
        )
    }
}

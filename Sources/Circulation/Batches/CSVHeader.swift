/// The first row of a file, when it names the columns.
struct CSVHeader: Sendable {
    /// What each column holds; nil for a name that is not known.
    let meanings: [ColumnMeaning?]
    let names: [String]
    /// The times below are in UTC whatever the clock of the terminal.
    let isUTC: Bool

    /// nil when the row is no header: none of its names is known for a code or a time, and no two are known at all.
    init?(_ row: CSVRows.Row) throws(BatchFileError) {
        let names = try row.texts()
        meanings = names.map { ColumnMeaning(header: $0) }
        self.names = names
        let known = zip(names, meanings).filter { !$0.0.isEmpty }.compactMap(\.1)
        guard known.count > 1 || known.contains(.code) || known.contains(.time) || known.contains(.date) else {
            return nil
        }
        isUTC = zip(names, meanings).contains { name, meaning in
            (meaning == .time || meaning == .date) && ColumnMeaning.isUTC(header: name)
        }
    }
}

/// The first row of a file, if it names the columns.
struct CSVHeader: Sendable {
    /// The meaning of each column; nil for an unknown name.
    let meanings: [ColumnMeaning?]
    let names: [String]
    /// Whether the times are in UTC, whatever the terminal's clock.
    let isUTC: Bool

    /// Returns nil if the row is not a header: no name is known as a code, date or time, and fewer than two names are
    /// known.
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

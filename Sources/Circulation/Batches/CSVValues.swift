import Barcodes
import Vocabulary

/// Parses the values of a row other than its code and time.
///
/// A value that cannot be parsed is refused, never ignored.
struct CSVValues {
    let row: CSVRows.Row

    init(_ row: CSVRows.Row) { self.row = row }

    func scanner(_ columns: [Int]) throws(BatchFileError) -> ScannerName? {
        guard !columns.isEmpty else { return nil }
        let text = try source(columns, "scanner")
        guard let name = ScannerName(text) else {
            throw wrong(text, "is no name of a scanner: it is 1 to 128 bytes of text")
        }
        return name
    }

    func station(_ column: Int?) throws(BatchFileError) -> StationName? {
        guard let column else { return nil }
        let text = try source([column], "station")
        guard let name = StationName(text) else {
            throw wrong(text, "is no name of a station: it is 1 to 64 letters, digits and . _ - :")
        }
        return name
    }

    /// Returns the source that the columns name together.
    ///
    /// Refuses a row without one, because its source would be unknown.
    func source(_ columns: [Int], _ what: String) throws(BatchFileError) -> String {
        var texts: [String] = []
        for column in columns { texts.append(try row.text(column)) }
        guard texts.allSatisfy({ !$0.isEmpty }) else {
            throw .wrongLine(row.line, "it names no \(what), as other lines do; \(ColumnInference.remedy)")
        }
        return texts.joined(separator: " ")
    }

    func symbology(_ column: Int?) throws(BatchFileError) -> Symbology? {
        guard let column else { return nil }
        let text = try row.text(column)
        guard !text.isEmpty else { return nil }
        guard let symbology = Symbology(written: text) else {
            throw wrong(text, "is no symbology that is known; leave the column out with --columns")
        }
        return symbology
    }

    func role(_ column: Int?) throws(BatchFileError) -> ReadingRole? {
        guard let column else { return nil }
        let text = try row.text(column)
        switch text.lowercased() {
        case "": return nil
        case "place", "location", "shelf", "s": return .place
        case "thing", "item", "box", "r": return .thing
        default: throw wrong(text, "is no role: it is place or thing")
        }
    }

    /// Refuses a quantity other than 1.
    ///
    /// A terminal that counts pieces does not report where items and containers are.
    func checkQuantity(_ column: Int?) throws(BatchFileError) {
        guard let column else { return }
        let text = try row.text(column)
        guard text.isEmpty || Int(text) == 1 else {
            throw wrong(text, "is no quantity of a thing: only 1 is; leave the column out with --columns")
        }
    }

    private func wrong(_ text: String, _ what: String) -> BatchFileError {
        .wrongLine(row.line, "“\(text.prefix(48))” \(what)")
    }
}

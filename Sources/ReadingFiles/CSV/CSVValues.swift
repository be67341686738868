import Barcodes
import Localization
import Vocabulary

/// Parses the values of a row other than its code and time.
///
/// A value that cannot be parsed is refused, never ignored.
struct CSVValues {
    let row: CSVRows.Row

    init(_ row: CSVRows.Row) { self.row = row }

    func scanner(_ columns: [Int]) throws(ReadingFileError) -> ScannerName? {
        guard !columns.isEmpty else { return nil }
        let text = try source(columns, Message("it names no scanner, as other lines do"))
        guard let name = ScannerName(text) else {
            throw wrong(Message("“\(shown(text), "text")” is no name of a scanner: it is 1 to 128 bytes of text"))
        }
        return name
    }

    func station(_ column: Int?) throws(ReadingFileError) -> StationName? {
        guard let column else { return nil }
        let text = try source([column], Message("it names no station, as other lines do"))
        guard let name = StationName(text) else {
            let what = Message(
                "“\(shown(text), "text")” is no name of a station: it is 1 to 64 letters, digits and . _ - :"
            )
            throw wrong(what)
        }
        return name
    }

    /// Returns the source that the columns name together.
    ///
    /// Refuses a row without one, because its source would be unknown.
    func source(_ columns: [Int], _ objection: @autoclosure () -> Message) throws(ReadingFileError) -> String {
        var texts: [String] = []
        for column in columns { texts.append(try row.text(column)) }
        guard texts.allSatisfy({ !$0.isEmpty }) else {
            throw wrong(Message("\(objection(), "what"); \(ColumnInference.remedy, "remedy")"))
        }
        return texts.joined(separator: " ")
    }

    func symbology(_ column: Int?) throws(ReadingFileError) -> Symbology? {
        guard let column else { return nil }
        let text = try row.text(column)
        guard !text.isEmpty else { return nil }
        guard let symbology = Symbology(written: text) else {
            let what = Message(
                "“\(shown(text), "text")” is no symbology that is known; leave the column out with --columns"
            )
            throw wrong(what)
        }
        return symbology
    }

    func role(_ column: Int?) throws(ReadingFileError) -> ReadingRole? {
        guard let column else { return nil }
        let text = try row.text(column)
        switch text.lowercased() {
        case "": return nil
        case "place", "location", "shelf", "s": return .place
        case "thing", "item", "box", "r": return .thing
        default: throw wrong(Message("“\(shown(text), "text")” is no role: it is place or thing"))
        }
    }

    /// Refuses a quantity other than 1.
    ///
    /// A terminal that counts pieces does not report where items and containers are.
    func checkQuantity(_ column: Int?) throws(ReadingFileError) {
        guard let column else { return }
        let text = try row.text(column)
        guard text.isEmpty || Int(text) == 1 else {
            let what = Message(
                "“\(shown(text), "text")” is no quantity of a thing: only 1 is; leave the column out with --columns"
            )
            throw wrong(what)
        }
    }

    private func wrong(_ what: Message) -> ReadingFileError { .wrongLine(row.line, what) }

    private func shown(_ text: String) -> String { String(text.prefix(48)) }
}

extension Symbology {
    private static let names: [String: Symbology] = [
        "codabar": .codabar, "nw7": .codabar, "code128": .code128, "c128": .code128, "gs1128": .code128,
        "ean128": .code128, "ucc128": .code128, "code39": .code39, "c39": .code39, "code93": .code93, "c93": .code93,
        "databar": .dataBar, "databarexpanded": .dataBarExpanded, "datamatrix": .dataMatrix, "dm": .dataMatrix,
        "ean13": .ean13, "ean8": .ean8, "itf": .interleaved2of5, "i2of5": .interleaved2of5,
        "interleaved2of5": .interleaved2of5, "itf14": .interleaved2of5, "pdf417": .pdf417, "aztec": .aztec,
        "azteccode": .aztec, "qr": .qr, "qrcode": .qr, "upca": .upcA, "upce": .upcE,
    ]

    /// Creates the symbology that a file of readings gives by name or as an AIM identifier; nil if it is unknown.
    init?(written text: String) {
        if let (identifier, rest) = AIMIdentifier.split(text), rest.isEmpty {
            guard identifier.symbology.isAssigned else { return nil }
            self = identifier.symbology
            return
        }
        guard let found = Self.names[text.lowercased().filter { $0.isLetter || $0.isNumber }] else { return nil }
        self = found
    }
}

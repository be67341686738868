import Localization

/// Parses rows of separated values (RFC 4180).
///
/// A field may be enclosed in double quotes, in which a quote is doubled.
struct CSVRows {
    struct Row: Sendable, Hashable {
        /// The number of the line on which the row begins, from 1.
        let line: Int
        let fields: [[UInt8]]

        /// The fields as text: UTF-8, or Latin-1 where a field is not UTF-8.
        func texts() throws(ReadingFileError) -> [String] {
            var texts: [String] = []
            for index in fields.indices { texts.append(try text(index)) }
            return texts
        }

        /// Returns a field as text; empty if the row is too short.
        func text(_ index: Int) throws(ReadingFileError) -> String {
            guard fields.indices.contains(index) else { return "" }
            if let text = String(validating: fields[index], as: UTF8.self) { return text }
            // Bytes that Latin-1 does not use for letters come from another code page and would be decoded as the wrong
            // letters.
            guard fields[index].allSatisfy({ $0 < 0x80 || $0 >= 0xA0 }) else {
                let number = MessageArgument.number(Int64(index + 1))
                let what = Message(
                    "column \(number, "column") is neither UTF-8 nor Latin-1; save the file as UTF-8"
                )
                throw .wrongLine(line, what)
            }
            return String(String.UnicodeScalarView(fields[index].map { Unicode.Scalar($0) }))
        }
    }

    /// The maximum number of fields in a row.
    static let mostFields = 64

    let separator: UInt8

    func rows(of content: ArraySlice<UInt8>) throws(ReadingFileError) -> [Row] {
        var rows: [Row] = []
        var fields: [[UInt8]] = []
        var field: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        var line = 1
        var start = 1
        var index = content.startIndex
        func trimmed() -> [UInt8] { wasQuoted ? field : Array(TextLines.trimmed(field[...])) }
        while true {
            let byte = index < content.endIndex ? content[index] : nil
            if isQuoted {
                guard let byte else { throw .wrongLine(start, Message("a quotation mark is not closed")) }
                if byte != UInt8(ascii: "\"") {
                    field.append(byte)
                    if byte == 10 { line += 1 }
                } else if index + 1 < content.endIndex, content[index + 1] == UInt8(ascii: "\"") {
                    field.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
                index += 1
                continue
            }
            switch byte {
            case UInt8(ascii: "\"") where TextLines.trimmed(field[...]).isEmpty && !wasQuoted:
                (field, isQuoted, wasQuoted) = ([], true, true)
            case separator:
                fields.append(trimmed())
                guard fields.count < Self.mostFields else { throw .wrongLine(start, Message("it has too many fields")) }
                (field, wasQuoted) = ([], false)
            case nil, 10, 13:
                fields.append(trimmed())
                if fields.contains(where: { !$0.isEmpty }) { rows.append(Row(line: start, fields: fields)) }
                // One more row than codes, because there may be a header.
                guard rows.count <= ReadingFile.mostLines + 1 else { throw .tooManyLines }
                guard byte != nil else { return rows }
                if byte == 13, index + 1 < content.endIndex, content[index + 1] == 10 { index += 1 }
                line += 1
                (fields, field, wasQuoted, start) = ([], [], false, line)
            case .some(let byte):
                guard !wasQuoted || byte == 32 || byte == 9 else {
                    throw .wrongLine(start, Message("there is text behind a closing quotation mark"))
                }
                if !wasQuoted { field.append(byte) }
            }
            index += 1
        }
    }
}

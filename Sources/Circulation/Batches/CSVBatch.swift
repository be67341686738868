import Records

/// Separated values with a code, and perhaps a time and the name of the terminal, in each row.
struct CSVBatch {
    private static let separators = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]

    let options: BatchOptions

    /// The separator of a file by its first line; nil when it holds none.
    static func separator(in line: ArraySlice<UInt8>) -> UInt8? {
        separators.first { line.contains($0) }
    }

    func lines(of content: ArraySlice<UInt8>) throws(BatchFileError) -> [BatchLine] {
        let separator = TextLines(content, limit: 1).first.flatMap { Self.separator(in: $0.bytes) }
        var rows = try CSVRows(separator: separator ?? UInt8(ascii: ",")).rows(of: content)
        guard let first = rows.first else { throw .empty }
        let texts = first.fields.map { String(decoding: $0, as: UTF8.self) }
        let columns: CSVColumns
        if let named = CSVColumns(header: texts) {
            guard named.code != nil else { throw .wrongLine(first.line, "the header names no column “barcode”") }
            guard named.time == nil || named.date != nil else {
                throw .wrongLine(first.line, "the header names a time and no date")
            }
            columns = named
            rows.removeFirst()
        } else {
            columns = CSVColumns(like: texts)
            guard columns.time == nil || columns.date != nil else {
                throw .wrongLine(first.line, "it has a time and no date")
            }
        }
        var lines: [BatchLine] = []
        for row in rows {
            guard let code = columns.code, code < row.fields.count, !row.fields[code].isEmpty else {
                throw .wrongLine(row.line, "there is no code")
            }
            lines.append(
                BatchLine(
                    number: row.line,
                    bytes: row.fields[code],
                    occurredAt: try instant(columns, row),
                    role: nil,
                    scanner: Self.text(columns.scanner, row).flatMap(ScannerName.init)
                )
            )
        }
        return lines
    }

    private func instant(_ columns: CSVColumns, _ row: CSVRows.Row) throws(BatchFileError) -> Timestamp? {
        guard let column = columns.date else { return nil }
        guard let date = Self.text(column, row) else { throw .wrongLine(row.line, "there is no time") }
        let clock = Self.text(columns.time, row)
        if columns.time != nil, clock == nil { throw .wrongLine(row.line, "there is no time") }
        let shown = (date + (clock.map { " \($0)" } ?? "")).prefix(40)
        do throws(DeviceTime.Fault) {
            let time = try DeviceTime(date, time: clock, dates: options.dates)
            if let instant = options.clock.instant(time) { return instant }
        } catch .ambiguous {
            throw .wrongLine(row.line, "which is the day in “\(shown)” must be said: dmy or mdy")
        } catch {
            // Told below.
        }
        throw .wrongLine(row.line, "“\(shown)” is no time; write it as 2026-01-31 13:45:00")
    }

    private static func text(_ column: Int?, _ row: CSVRows.Row) -> String? {
        guard let column, column < row.fields.count, !row.fields[column].isEmpty else { return nil }
        return String(decoding: row.fields[column], as: UTF8.self)
    }
}

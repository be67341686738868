import Barcodes
import Localization
import Vocabulary

/// Parses separated values.
///
/// Each row has a code and may have a time and the name of the terminal.
struct CSVFile {
    /// The separators, in order of precedence if they occur in equally many lines; otherwise the more frequent one is
    /// used.
    private static let separators = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|")]

    let options: ReadingFileOptions

    /// Returns the separator that occurs in the first line or in most lines; nil if there is none.
    static func separator(of content: ArraySlice<UInt8>) -> UInt8? {
        let lines = Array(TextLines(content, limit: ReadingFile.mostLines))
        let counts = separators.map { separator in lines.count { $0.bytes.contains(separator) } }
        guard let most = counts.max(), most > 0, let found = counts.firstIndex(of: most).map({ separators[$0] }),
            2 * most > lines.count || lines.first?.bytes.contains(found) == true
        else { return nil }
        return found
    }

    func drafts(of content: ArraySlice<UInt8>) throws(ReadingFileError) -> [LineDraft] {
        let separator = Self.separator(of: content) ?? UInt8(ascii: ",")
        let rows = try CSVRows(separator: separator).rows(of: content)
        guard let first = rows.first else { throw .empty }
        let header = try CSVHeader(first)
        // If the caller names the columns, the header may have any words.
        let isNamed = options.columns != nil
        let hasHeader = try header != nil ? true : isNamed ? ColumnInference(rows).hasUnknownHeader : false
        // Concatenated uploads keep their headers and end-of-file marks.
        var upload = 0
        var codes: [(row: CSVRows.Row, upload: Int)] = []
        for (index, row) in rows.enumerated() {
            let isEnd = row.fields == [[0x1A]]
            if isEnd || hasHeader && row.fields == first.fields {
                if index > 0 { upload += 1 }
            } else {
                codes.append((row, upload))
            }
        }
        guard !codes.isEmpty else { throw .empty }
        let columns = try columns(header, first, codes.map(\.row))
        var drafts: [LineDraft] = []
        for (row, upload) in codes {
            var draft = try draft(row, columns, isUTC: header?.isUTC == true)
            draft.line.upload = upload
            drafts.append(draft)
        }
        if columns.time.isEmpty { return drafts }
        try setInstants(of: &drafts)
        return drafts
    }

    private func columns(
        _ header: CSVHeader?,
        _ first: CSVRows.Row,
        _ rows: [CSVRows.Row]
    ) throws(ReadingFileError) -> CSVColumns {
        var meanings: [ColumnMeaning]
        if let stated = options.columns {
            meanings = stated
        } else if let header {
            meanings = []
            for (index, meaning) in header.meanings.enumerated() {
                if meaning == nil { try refuseUnknown(header.names[index], index, first, rows) }
                meanings.append(meaning ?? .ignored)
            }
        } else {
            meanings = try ColumnInference(rows).meanings()
        }
        for row in rows where row.fields.dropFirst(meanings.count).contains(where: { !$0.isEmpty }) {
            let what = Message(
                "it has more fields than the {count} column that is named",
                plural: "it has more fields than the {count} columns that are named",
                count: meanings.count
            )
            throw .wrongLine(row.line, what)
        }
        return try CSVColumns(meanings, line: first.line)
    }

    /// Refuses a column with an unknown name, unless its values cannot be times or sources.
    private func refuseUnknown(
        _ name: String,
        _ index: Int,
        _ first: CSVRows.Row,
        _ rows: [CSVRows.Row]
    ) throws(ReadingFileError) {
        var texts: [String] = []
        for row in rows { texts.append(try row.text(index)) }
        guard texts.contains(where: ColumnInference.looksLikeTime) || !ColumnInference.saysNothing(texts) else {
            return
        }
        let what = Message(
            "the header names a column “\(name, "name")”, which is not known; \(ColumnInference.remedy, "remedy")"
        )
        throw .wrongLine(first.line, what)
    }

    private func draft(_ row: CSVRows.Row, _ columns: CSVColumns, isUTC: Bool) throws(ReadingFileError) -> LineDraft {
        guard columns.code < row.fields.count, !row.fields[columns.code].isEmpty else {
            throw .wrongLine(row.line, Message("there is no code"))
        }
        var line = ReadingFileLine(number: row.line, bytes: row.fields[columns.code])
        let values = CSVValues(row)
        line.scanner = try values.scanner(columns.scanner)
        line.station = try values.station(columns.station)
        line.symbology = try values.symbology(columns.symbology)
        line.role = try values.role(columns.role)
        try values.checkQuantity(columns.quantity)
        if columns.nameSources {
            let user = try values.source(columns.user, Message("it names no user, as other lines do"))
            // A terminal without station and user is identified by its name alone, as in earlier versions.
            line.origin = line.scanner?.text ?? ""
            if columns.station != nil || !columns.user.isEmpty {
                line.origin += "\u{1F}\(line.station?.text ?? "")\u{1F}\(user)"
            }
        }
        var draft = LineDraft(line: line)
        var parts: [String] = []
        for column in columns.time { parts.append(try row.text(column)) }
        guard parts.allSatisfy({ !$0.isEmpty }) else { throw .wrongLine(row.line, Message("there is no time")) }
        if isUTC, !parts.isEmpty { parts.append("UTC") }
        draft.written = parts.joined(separator: " ")
        return draft
    }

    /// Parses the times.
    ///
    /// All dates of a file use the same order of numbers.
    private func setInstants(of drafts: inout [LineDraft]) throws(ReadingFileError) {
        var values: [DateOrderDecision.Value] = []
        for draft in drafts {
            let (line, text) = (draft.line.number, String(draft.written.prefix(48)))
            guard let time = WrittenTime(draft.written, allowsNumbers: true) else {
                let what = Message(
                    "“\(text, "text")” is no time that is understood; write it as 2026-01-31 13:45:00"
                )
                throw .wrongLine(line, what)
            }
            guard time.instant != nil || time.day != nil else {
                let what = Message(
                    "“\(text, "text")” is a time without a date; name the column of the date with --columns"
                )
                throw .wrongLine(line, what)
            }
            guard time.instant != nil || time.clock != nil else {
                let what = Message(
                    "“\(text, "text")” is a date without a time of day; leave the column out with --columns"
                )
                throw .wrongLine(line, what)
            }
            values.append(DateOrderDecision.Value(line: line, text: text, time: time))
        }
        let order = try DateOrderDecision(stated: options.dates, now: options.now).order(of: values)
        for (index, value) in values.enumerated() {
            drafts[index].instants = try options.clock.instants(of: value, order: order)
        }
    }
}

extension LocalClock {
    /// Returns the instants that a written time may mean.
    ///
    /// Refuses a time that the clocks skipped.
    fileprivate func instants(
        of value: DateOrderDecision.Value,
        order: ReadingFileOptions.DateOrder
    ) throws(ReadingFileError) -> [Timestamp] {
        if let instant = value.time.instant { return [instant] }
        guard let day = value.time.calendarDay(order), let clock = value.time.clock else {
            let what = Message("“\(value.text, "date")” is no date in the order \(order.rawValue, "order")")
            throw .wrongLine(value.line, what)
        }
        let found = instants(of: day, microseconds: clock, offset: value.time.offset)
        guard !found.isEmpty else {
            let what = Message(
                "“\(value.text, "time")” was on no clock: summer time began in that hour; "
                    + "say how the terminal's clock was set with --utc-offset"
            )
            throw .wrongLine(value.line, what)
        }
        return found
    }
}

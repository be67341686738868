import Barcodes
import Localization

/// Infers the columns of a file without a header from all of its rows.
///
/// A column that names the source of a row affects where boxes are recorded. If the inference is uncertain, the file is
/// refused, and the message explains how to name the columns.
struct ColumnInference {
    static let remedy = Message(
        "name the columns with --columns, such as --columns code,serial,time,date (- for one to leave out)"
    )

    private let rows: [CSVRows.Row]
    /// The text of each field, by column and row.
    private let columns: [[String]]

    init(_ rows: [CSVRows.Row]) throws(ReadingFileError) {
        self.rows = rows
        let width = rows.map(\.fields.count).max() ?? 0
        var columns = [[String]](repeating: [], count: width)
        for row in rows {
            for index in 0..<width { columns[index].append(try row.text(index)) }
        }
        self.columns = columns
    }

    func meanings() throws(ReadingFileError) -> [ColumnMeaning] {
        guard !hasUnknownHeader else {
            let names = columns.map { $0[0] }.filter { !$0.isEmpty }.map { "“\($0)”" }.joined(separator: ", ")
            let what = Message("the header names no column that is known: \(names, "names"); \(Self.remedy, "remedy")")
            throw .wrongLine(line(0), what)
        }
        var meanings = [ColumnMeaning?](repeating: nil, count: columns.count)
        let minted = columns.indices.filter { columns[$0].contains { MintedBarcode.isAttempted(by: Self.bare($0)) } }
        guard minted.count < 2 else {
            let numbers = MessageArgument.all(minted.map { .number(Int64($0 + 1)) })
            let what = Message(
                "columns \(numbers, "columns") both hold numbers of Outguide; \(Self.remedy, "remedy")"
            )
            throw .wrongLine(line(0), what)
        }
        for column in minted { meanings[column] = .code }
        markTimes(&meanings, needsCode: minted.isEmpty)
        if minted.isEmpty {
            guard let code = likeliestCode(meanings) else { throw .wrongLine(line(0), Message("there is no code")) }
            meanings[code] = .code
        }
        try markTheRest(&meanings)
        return meanings.map { $0 ?? .ignored }
    }

    /// Whether a column carries no information: its values are all equal, or they number the rows.
    static func saysNothing(_ texts: [String]) -> Bool {
        guard Set(texts).count > 1 else { return true }
        let numbers = texts.compactMap { Int($0) }
        return numbers.count == texts.count && numbers.count > 2
            && zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
    }

    /// Whether a text looks like a date or a time of day, valid or not.
    static func looksLikeTime(_ text: String) -> Bool {
        if WrittenTime(text, allowsNumbers: false) != nil { return !text.allSatisfy(\.isNumber) }
        guard let tokens = TimeTokens(text)?.tokens else { return false }
        var numbers = 0
        for (index, token) in tokens.enumerated() {
            switch token {
            case .number: numbers += 1
            case .word(let word) where WrittenTime.months[word] != nil && tokens.count > 2: return true
            case .mark(let mark) where index > 0 && index + 1 < tokens.count:
                guard case .number(_, let before) = tokens[index - 1], case .number(_, let behind) = tokens[index + 1]
                else { continue }
                if mark == ":", before <= 2, behind <= 2 { return true }
                if "-/.".contains(mark), index + 2 < tokens.count, tokens[index + 2] == token, before <= 4, behind <= 2
                {
                    return true
                }
            default: continue
            }
        }
        return false
    }

    private func line(_ row: Int) -> Int { rows.indices.contains(row) ? rows[row].line : 1 }

    /// Returns the code without its AIM identifier, which a scanner may put before it.
    private static func bare(_ text: String) -> String { AIMIdentifier.split(text)?.rest ?? text }

    /// Whether the first row is a header with unknown names: a row of words above rows of another kind.
    var hasUnknownHeader: Bool {
        guard rows.count > 1, columns.count > 1 else { return false }
        let isAboveTimes = columns.contains { column in
            column.dropFirst().allSatisfy(Self.looksLikeTime) && !Self.looksLikeTime(column[0])
                && column[0].contains(where: \.isLetter)
        }
        let isOfWords = columns.allSatisfy { !$0[0].contains(where: \.isNumber) }
        let restHasNumbers = rows.indices.dropFirst().allSatisfy { row in
            columns.contains { $0[row].contains(where: \.isNumber) }
        }
        return isAboveTimes || isOfWords && restHasNumbers
    }

    /// Marks the columns of the date, the time of day and their suffixes.
    private func markTimes(_ meanings: inout [ColumnMeaning?], needsCode: Bool) {
        var times = columns.indices.filter { column in
            meanings[column] == nil && !columns[column].allSatisfy({ WrittenTime.isSuffix($0) })
                && (columns[column].contains { Self.isTime($0) } || columns[column].allSatisfy(Self.looksLikeTime))
        }
        // Columns of digits alone are times only if every value is a time.
        times += columns.indices.filter { column in
            meanings[column] == nil && !times.contains(column) && columns[column].allSatisfy(Self.isCompact)
        }
        let others = columns.indices.filter { column in
            meanings[column] == nil && !times.contains(column) && columns[column].contains { !$0.isEmpty }
        }
        // Numbers from other systems may look like dates.
        if needsCode, others.isEmpty {
            times.removeAll { column in !columns[column].contains { Self.isTime($0) } }
            if times.count == columns.count { times.removeFirst() }
        }
        for column in times {
            let sample = columns[column].lazy.compactMap { WrittenTime($0, allowsNumbers: false) }.first
            meanings[column] = sample?.day == nil && sample?.clock != nil ? .time : .date
        }
        guard !times.isEmpty else { return }
        for column in others where columns[column].allSatisfy({ WrittenTime.isSuffix($0) }) {
            meanings[column] = .timeSuffix
        }
    }

    private static func isTime(_ text: String) -> Bool {
        text.contains { ":-/. ".contains($0) || $0.isLetter } && WrittenTime(text, allowsNumbers: false) != nil
    }

    private static func isCompact(_ text: String) -> Bool {
        (text.utf8.count == 14 || text.utf8.count == 8) && text.hasPrefix("20")
            && WrittenTime(text, allowsNumbers: false) != nil
    }

    /// Returns the column with the most distinct values; among equals the one with the longest texts, then the first.
    private func likeliestCode(_ meanings: [ColumnMeaning?]) -> Int? {
        let candidates = columns.indices.filter { column in
            meanings[column] == nil && columns[column].contains { !$0.isEmpty }
        }
        func rank(_ column: Int) -> (Int, Int, Int) {
            (Set(columns[column]).count, columns[column].map(\.utf8.count).min() ?? 0, -column)
        }
        return candidates.max { rank($0) < rank($1) }
    }

    /// Marks the remaining columns: a symbology, a terminal's serial number, or no information.
    ///
    /// Refuses a column whose meaning is unknown.
    private func markTheRest(_ meanings: inout [ColumnMeaning?]) throws(ReadingFileError) {
        let open = columns.indices.filter { meanings[$0] == nil && !Self.saysNothing(columns[$0]) }
        var unknown: [Int] = []
        for column in open {
            if columns[column].allSatisfy({ !$0.allSatisfy(\.isNumber) && Symbology(written: $0) != nil }) {
                meanings[column] = .symbology
            } else {
                unknown.append(column)
            }
        }
        if unknown.count == 1, isSerialNumber(columns[unknown[0]]) {
            meanings[unknown[0]] = .scanner
            return
        }
        guard let column = unknown.first else { return }
        let texts = columns[column]
        let row = texts.indices.first { texts[$0] != texts[0] } ?? 0
        let number = MessageArgument.number(Int64(column + 1))
        let what = Message(
            "column \(number, "column") says “\(texts[row], "here")” here and “\(texts[0], "above")” above, and nothing "
                + "says what that is; \(Self.remedy, "remedy")"
        )
        throw .wrongLine(line(row), what)
    }

    /// Whether the texts look like serial numbers: equal lengths of four characters or more, at least one digit,
    /// frequently repeated.
    private func isSerialNumber(_ texts: [String]) -> Bool {
        let isOfOneForm = Set(texts.map(\.utf8.count)).count == 1
        let areSerials = texts.allSatisfy { text in
            text.utf8.count >= 4 && text.utf8.count <= 32 && text.contains(where: \.isNumber)
                && text.utf8.allSatisfy {
                    (48...57).contains($0) || (65...90).contains($0 & 0xDF) || "-_.".utf8.contains($0)
                }
        }
        return isOfOneForm && areSerials && Set(texts).count <= max(2, texts.count / 2)
    }
}

import Localization

/// The meaning of a column of separated values.
public enum ColumnMeaning: String, Sendable, Hashable, CaseIterable {
    case code
    /// A date, or a date and a time of day in one column.
    case date
    /// A time of day, or a date and a time of day in one column.
    case time
    /// AM, PM or a time zone that belongs to the time.
    case timeSuffix = "zone"
    /// The name or serial number of the terminal.
    case scanner
    case station
    case user
    case symbology
    case quantity
    /// Whether the code is a place, or an item or container.
    case role
    case ignored = "-"

    /// The columns that name the source of a row.
    static let sources: Set<ColumnMeaning> = [.scanner, .station, .user]

    /// The names that headers use, in lower case without spaces and punctuation.
    private static let names: [ColumnMeaning: Set<String>] = [
        .code: [
            "barcode", "barcodes", "code", "data", "text", "scan", "item", "barcodedata", "barcodevalue", "scandata",
            "scanneddata", "codedata", "content", "contents", "value", "itembarcode",
        ],
        .date: ["date", "day", "scandate", "datescanned"],
        .time: [
            "time", "timestamp", "datetime", "dateandtime", "scanned", "scannedat", "occurredat", "scantime",
            "timescanned", "scandatetime", "readat", "created", "createdat", "recordedat", "timeofscan", "localtime",
            "unixtime", "epoch", "when",
        ],
        .timeSuffix: ["ampm", "zone", "timezone", "tz", "utcoffset", "offset"],
        .scanner: [
            "scanner", "device", "terminal", "serial", "serialno", "serialnumber", "sn", "gun", "deviceid",
            "devicename",
            "deviceserial", "deviceserialnumber", "terminalid", "terminalname", "terminalno", "terminalnumber",
            "scannerid", "scannername", "scannerserial", "scannerserialnumber", "reader", "unit", "unitid",
        ],
        .station: ["station", "workstation", "stationname", "stationid", "desk"],
        .user: [
            "user", "username", "userid", "operator", "operatorid", "operatorname", "clerk", "employee", "employeeid",
            "employeename", "employeeno", "person", "worker", "login", "staff", "scannedby",
        ],
        .symbology: ["symbology", "codetype", "barcodetype", "barcodeformat", "symbol", "aim", "aimid"],
        .quantity: ["quantity", "qty", "count", "amount"],
        .role: ["role"],
        // Names of number columns are not listed here: columns that number the rows are recognised by their values, and
        // others may hold terminal numbers.
        .ignored: [
            "", "row", "rownumber", "line", "linenumber", "note", "notes", "comment", "comments", "remark", "remarks",
            "description", "title", "length", "latitude", "longitude",
        ],
    ]

    /// Creates the meaning that a header's name has; nil for an unknown name.
    ///
    /// Case, spaces, punctuation and text in brackets are ignored.
    public init?(header: String) {
        let plain = header.prefix { $0 != "(" && $0 != "[" }
        let name = plain.lowercased().filter { $0.isLetter || $0.isNumber }
        if header == "-" {
            self = .ignored
            return
        }
        guard !name.isEmpty || header.isEmpty || header == "#",
            let known = Self.allCases.first(where: { Self.names[$0]?.contains(name) == true })
        else { return nil }
        self = known
    }

    /// Whether a header states that the times below it are in UTC.
    static func isUTC(header: String) -> Bool {
        header.lowercased().split(whereSeparator: { !$0.isLetter }).contains { $0 == "utc" || $0 == "gmt" }
    }
}

/// The first row of a file, if it names the columns.
struct CSVHeader: Sendable {
    /// The meaning of each column; nil for an unknown name.
    let meanings: [ColumnMeaning?]
    let names: [String]
    /// Whether the times are in UTC, whatever the terminal's clock.
    let isUTC: Bool

    /// Returns nil if the row is not a header: no name is known as a code, date or time, and fewer than two names are
    /// known.
    init?(_ row: CSVRows.Row) throws(ReadingFileError) {
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

/// The column numbers of each meaning.
struct CSVColumns: Sendable, Hashable {
    let code: Int
    /// The columns of the time, in the order in which they are joined: date, time of day, suffix.
    let time: [Int]
    let scanner: [Int]
    let station: Int?
    let user: [Int]
    let symbology: Int?
    let quantity: Int?
    let role: Int?

    /// Creates the columns from their meanings.
    ///
    /// `line` is the line of the header, for messages. Refuses two columns of one meaning, except those that together
    /// name the source.
    init(_ meanings: [ColumnMeaning], line: Int) throws(ReadingFileError) {
        func all(_ meaning: ColumnMeaning) -> [Int] { meanings.indices.filter { meanings[$0] == meaning } }
        func one(_ meaning: ColumnMeaning) throws(ReadingFileError) -> Int? {
            let found = all(meaning)
            guard found.count <= 1 else {
                let numbers = MessageArgument.all(found.map { .number(Int64($0 + 1)) })
                let what = Message(
                    "columns \(numbers, "columns") both hold the \(meaning.rawValue, "meaning"); "
                        + "say which counts with --columns"
                )
                throw .wrongLine(line, what)
            }
            return found.first
        }
        guard let code = try one(.code) else { throw .wrongLine(line, Message("no column is named barcode")) }
        self.code = code
        let (date, clock) = (try one(.date), try one(.time))
        time = [date, clock].compactMap(\.self) + all(.timeSuffix)
        guard date != nil || clock != nil || time.isEmpty else {
            let what = Message("a column holds AM, PM or a zone, and none holds a time; name it with --columns")
            throw .wrongLine(line, what)
        }
        scanner = all(.scanner)
        station = try one(.station)
        user = all(.user)
        symbology = try one(.symbology)
        quantity = try one(.quantity)
        role = try one(.role)
    }

    /// Whether a column names the source of a row.
    var nameSources: Bool { !scanner.isEmpty || station != nil || !user.isEmpty }
}

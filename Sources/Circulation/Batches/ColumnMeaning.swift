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

/// What a column of separated values holds.
public enum ColumnMeaning: String, Sendable, Hashable, CaseIterable {
    case code
    /// A day, or a day and a time of day in one.
    case date
    /// A time of day, or a day and a time of day in one.
    case time
    /// AM or PM, or a time zone, which belongs to the time.
    case timeSuffix = "zone"
    /// The terminal: its name or serial number.
    case scanner
    case station
    case user
    case symbology
    case quantity
    /// Whether the code is a place or a thing.
    case role
    case ignored = "-"

    /// Columns that say whose reading it is.
    static let sources: Set<ColumnMeaning> = [.scanner, .station, .user]

    /// The names that headers use, without spaces and punctuation.
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
        // No numbers: those that count the rows are seen to do so, and others may be those of terminals.
        .ignored: [
            "", "row", "rownumber", "line", "linenumber", "note", "notes", "comment", "comments", "remark", "remarks",
            "description", "title", "length", "latitude", "longitude",
        ],
    ]

    /// The meaning that a header's name has; nil for a name that is not known.
    ///
    /// Case, spaces, punctuation and what stands in brackets do not count.
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

    /// Whether a header says that the times below it are in UTC.
    static func isUTC(header: String) -> Bool {
        header.lowercased().split(whereSeparator: { !$0.isLetter }).contains { $0 == "utc" || $0 == "gmt" }
    }
}

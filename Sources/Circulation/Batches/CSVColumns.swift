/// What stands in which column.
struct CSVColumns: Sendable, Hashable {
    private static let codeNames: Set<String> = ["barcode", "code", "data", "text", "scan", "item"]
    private static let momentNames: Set<String> = [
        "timestamp", "datetime", "date time", "date/time", "time", "scanned", "scanned at", "occurredat",
    ]
    private static let dateNames: Set<String> = ["date", "day"]
    private static let scannerNames: Set<String> = ["scanner", "device", "terminal", "serial", "serial #", "gun"]

    var code: Int?
    /// The date, or date and time in one.
    var date: Int?
    /// The time of day, where it has a column of its own.
    var time: Int?
    var scanner: Int?

    /// The columns that a header names; nil when the row is no header.
    init?(header fields: [String]) {
        let names = fields.map { $0.lowercased() }
        code = names.firstIndex { Self.codeNames.contains($0) }
        scanner = names.firstIndex { Self.scannerNames.contains($0) }
        date = names.firstIndex { Self.dateNames.contains($0) }
        let moment = names.firstIndex { Self.momentNames.contains($0) }
        if date == nil { date = moment } else { time = moment }
        guard code != nil || date != nil else { return nil }
    }

    /// The columns of a file without a header, by what its first row looks like; the code is the first that is no time.
    init(like fields: [String]) {
        for (index, field) in fields.enumerated() {
            if date == nil, Self.isMoment(field, time: nil) {
                date = index
            } else if date == nil, Self.isMoment(field, time: "00:00") {
                date = index
                time = time ?? fields.indices.first { $0 > index && Self.isClock(fields[$0]) }
            } else if time == nil, Self.isClock(field), index > 0 {
                time = index
            } else if code == nil {
                code = index
            }
        }
        if let date, Self.isMoment(fields[date], time: nil) { time = nil }
    }

    private static func isMoment(_ text: String, time: String?) -> Bool {
        // Numbers of foreign labels may look like a date without any separator.
        guard text.contains(where: { "-/.".contains($0) }) else { return false }
        return (try? DeviceTime(text, time: time, dates: .dayFirst)) != nil
    }

    private static func isClock(_ text: String) -> Bool {
        text.contains(":") && (try? DeviceTime("2026-01-01", time: text, dates: nil)) != nil
    }
}

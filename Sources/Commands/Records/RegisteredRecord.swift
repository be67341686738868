import Wire

/// A record that was just registered; only its barcode is shown.
struct RegisteredRecord: Presentable {
    let record: RecordResource

    var document: RecordResource { record }
    var lines: [StyledText] { [StyledText(record.barcode)] }
    var identifiers: [String] { [record.barcode] }

    /// A sentence about the registration.
    var remark: String { "registered \(record.kind) \(record.barcode)" + (record.title.map { " (\($0))" } ?? "") }
}

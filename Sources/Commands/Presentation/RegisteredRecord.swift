import Wire

/// A thing that was just registered: its barcode is all that anybody needs.
struct RegisteredRecord: Presentable {
    let record: RecordResource

    var document: RecordResource { record }
    var lines: [StyledText] { [StyledText(record.barcode)] }
    var identifiers: [String] { [record.barcode] }

    /// A sentence about it.
    var remark: String { "registered \(record.kind) \(record.barcode)" + (record.title.map { " (\($0))" } ?? "") }
}

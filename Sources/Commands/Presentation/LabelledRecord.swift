import Wire

/// A thing that was just given a barcode, which is all that anybody needs.
struct LabelledRecord: Presentable {
    let record: RecordResource
    /// The one that it was given.
    let barcode: String

    var document: RecordResource { record }
    var lines: [StyledText] { [StyledText(barcode)] }
    var identifiers: [String] { [barcode] }
}

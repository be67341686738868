import Wire

/// A record that was just assigned a barcode, which is all that is shown.
struct LabelledRecord: Presentable {
    let record: RecordResource
    /// The assigned barcode.
    let barcode: String

    var document: RecordResource { record }
    var lines: [StyledText] { [StyledText(barcode)] }
    var identifiers: [String] { [barcode] }
}

/// A partly used sheet of labels.
public struct LabelSheetResource: WireValue {
    /// The template of the sheet.
    public let template: String
    /// The printer that contains it.
    public let printer: String
    /// The used cells, from 1.
    public let used: [Int]

    public init(
        template: String,
        printer: String,
        used: [Int]
    ) {
        self.template = template
        self.printer = printer
        self.used = used
    }
}

/// A sheet of labels that is begun.
public struct LabelSheetResource: Sendable, Hashable, Codable {
    /// The template it is for.
    public let template: String
    /// The printer it lies in.
    public let printer: String
    /// The cells that are used, counted from 1.
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

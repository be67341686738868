/// Labels to print.
public struct LabelPrintRequest: Sendable, Hashable, Codable {
    /// Registered things, one label each.
    public let barcodes: [String]
    /// CUPS destination; the default one when absent.
    public let printer: String?
    /// Name of the template; the usual one when absent.
    public let template: String?
    /// Of each label; one when absent.
    public let copies: Int?

    public init(
        barcodes: [String],
        printer: String? = nil,
        template: String? = nil,
        copies: Int? = nil
    ) {
        self.barcodes = barcodes
        self.printer = printer
        self.template = template
        self.copies = copies
    }
}

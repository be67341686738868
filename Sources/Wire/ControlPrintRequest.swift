/// The sheet of control barcodes, to be printed.
public struct ControlPrintRequest: Sendable, Hashable, Codable {
    /// CUPS destination; the default one when absent.
    public let printer: String?
    /// Name of the template; `controls` when absent.
    public let template: String?
    /// Of each page; one when absent.
    public let copies: Int?

    public init(printer: String? = nil, template: String? = nil, copies: Int? = nil) {
        self.printer = printer
        self.template = template
        self.copies = copies
    }
}

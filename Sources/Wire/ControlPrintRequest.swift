/// The sheet of control barcodes, to be printed.
public struct ControlPrintRequest: Sendable, Hashable, Codable {
    /// CUPS destination; the default one when absent.
    public let printer: String?
    /// Name of the template; `controls` when absent.
    public let template: String?
    /// Of each page; one when absent.
    public let copies: Int?
    /// Kinds of trouble that are not to keep it from being printed, as for labels; the log keeps them.
    public let despite: [String]?

    public init(
        printer: String? = nil,
        template: String? = nil,
        copies: Int? = nil,
        despite: [String]? = nil
    ) {
        self.printer = printer
        self.template = template
        self.copies = copies
        self.despite = despite
    }
}

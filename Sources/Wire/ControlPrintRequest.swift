/// A request to print the sheet of control barcodes.
public struct ControlPrintRequest: WireValue {
    /// The CUPS destination; the default one if absent.
    public let printer: String?
    /// The name of the template; `controls` if absent.
    public let template: String?
    /// The number of copies of each page; one if absent.
    public let copies: Int?
    /// Kinds of printer trouble that do not prevent printing, as for labels; they are recorded in the log.
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

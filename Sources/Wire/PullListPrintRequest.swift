/// A request to print the page of a pull list.
public struct PullListPrintRequest: WireValue {
    /// The CUPS destination; the default one if absent.
    public let printer: String?
    /// The name of the template; `pull-list-page` if absent.
    public let template: String?
    /// Kinds of printer trouble that do not prevent printing, as for labels; they are recorded in the log.
    public let despite: [String]?

    public init(
        printer: String? = nil,
        template: String? = nil,
        despite: [String]? = nil
    ) {
        self.printer = printer
        self.template = template
        self.despite = despite
    }
}

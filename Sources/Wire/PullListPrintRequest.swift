/// The page of a pull list, to be printed.
public struct PullListPrintRequest: Sendable, Hashable, Codable {
    /// CUPS destination; the default one when absent.
    public let printer: String?
    /// Name of the template; `pull-list-page` when absent.
    public let template: String?
    /// Kinds of trouble that are not to keep it from being printed, as for labels; the log keeps them.
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

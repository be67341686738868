/// A page to print for looking at it.
public struct PrinterTestRequest: Sendable, Hashable, Codable {
    /// Name of the template; the usual one, or the ruler that fits, when absent.
    public let template: String?
    /// Kinds of trouble that are not to keep it from being printed, as for labels; the log keeps them.
    public let despite: [String]?

    public init(
        template: String? = nil,
        despite: [String]? = nil
    ) {
        self.template = template
        self.despite = despite
    }
}

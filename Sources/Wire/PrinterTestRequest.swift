/// A page to print for looking at it.
public struct PrinterTestRequest: Sendable, Hashable, Codable {
    /// Name of the template; the usual one, or the ruler that fits, when absent.
    public let template: String?

    public init(
        template: String? = nil
    ) {
        self.template = template
    }
}

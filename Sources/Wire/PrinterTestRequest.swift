/// A request to print a test page.
public struct PrinterTestRequest: WireValue {
    /// The name of the template; if absent, the default one, or the suitable ruler.
    public let template: String?
    /// Kinds of printer trouble that do not prevent printing, as for labels; they are recorded in the log.
    public let despite: [String]?

    public init(
        template: String? = nil,
        despite: [String]? = nil
    ) {
        self.template = template
        self.despite = despite
    }
}

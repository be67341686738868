/// A sheet that was taken out of the printer: the next one is fresh.
public struct LabelSheetResetRequest: Sendable, Hashable, Codable {
    public let template: String
    /// The printer it lay in; every one when absent.
    public let printer: String?

    public init(template: String, printer: String? = nil) {
        self.template = template
        self.printer = printer
    }
}

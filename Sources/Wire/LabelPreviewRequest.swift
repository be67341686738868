/// A label to look at.
public struct LabelPreviewRequest: Sendable, Hashable, Codable {
    /// A registered thing.
    public let barcode: String
    /// Name of the template; the usual one when absent.
    public let template: String?
    /// `png` (when absent) or `pdf`.
    public let format: String?
    /// Resolution of the printer it is meant for; 203 when absent.
    public let dotsPerInch: Int?

    public init(
        barcode: String,
        template: String? = nil,
        format: String? = nil,
        dotsPerInch: Int? = nil
    ) {
        self.barcode = barcode
        self.template = template
        self.format = format
        self.dotsPerInch = dotsPerInch
    }
}

/// Labels to look at.
public struct LabelPreviewRequest: Sendable, Hashable, Codable {
    /// Registered things, one label each; a sample when there are none.
    public let barcodes: [String]
    /// Name of the template; the usual one when absent.
    public let template: String?
    /// `png` (when absent), which shows one page, or `pdf`, which has all.
    public let format: String?
    /// The printer that it is meant for: drawn for its dots, moved as it was measured, on the sheet that is begun there.
    public let printer: String?
    /// Dots per inch, such as `300` or `203x406`; those of the printer, or else 203, when absent.
    public let resolution: String?
    /// Cells of the first sheet that are used already, counted from 1; those of the printer's sheet, or none, when
    /// absent.
    public let used: [Int]?
    /// The page to show as PNG, counted from 1; the first when absent.
    public let page: Int?
    /// Further fields, over those of the things.
    public let fields: [String: String]?

    public init(
        barcodes: [String],
        template: String? = nil,
        format: String? = nil,
        printer: String? = nil,
        resolution: String? = nil,
        used: [Int]? = nil,
        page: Int? = nil,
        fields: [String: String]? = nil
    ) {
        self.barcodes = barcodes
        self.template = template
        self.format = format
        self.printer = printer
        self.resolution = resolution
        self.used = used
        self.page = page
        self.fields = fields
    }
}

/// Labels to look at.
public struct LabelPreviewRequest: Sendable, Hashable, Codable {
    /// Registered things, one label each; a sample when there are none.
    public let barcodes: [String]
    /// Name of the template; the usual one when absent.
    public let template: String?
    /// `png` (when absent), which shows one page, or `pdf`, which has all.
    public let format: String?
    /// Dots per inch of the printer it is meant for, such as `300` or `203x406`; 203 when absent.
    public let resolution: String?
    /// Cells of the first sheet that are used already, counted from 1; none when absent.
    public let used: [Int]?
    /// The page to show as PNG, counted from 1; the first when absent.
    public let page: Int?
    /// Further fields, over those of the things.
    public let fields: [String: String]?

    public init(
        barcodes: [String],
        template: String? = nil,
        format: String? = nil,
        resolution: String? = nil,
        used: [Int]? = nil,
        page: Int? = nil,
        fields: [String: String]? = nil
    ) {
        self.barcodes = barcodes
        self.template = template
        self.format = format
        self.resolution = resolution
        self.used = used
        self.page = page
        self.fields = fields
    }
}

/// A request for a preview of labels.
public struct LabelPreviewRequest: WireValue {
    /// Barcodes of registered records, one label each; if empty, a sample is shown.
    public let barcodes: [String]
    /// The name of the template; the default one if absent.
    public let template: String?
    /// `png` (the default), which shows one page, or `pdf`, which has all.
    public let format: String?
    /// The intended printer, whose resolution, measured adjustment and current sheet are used.
    public let printer: String?
    /// The resolution in dots per inch, such as `300` or `203x406`; if absent, that of the printer, or else 203.
    public let resolution: String?
    /// The cells of the first sheet that are already used, from 1; if absent, those of the printer's sheet, or else
    /// none.
    public let used: [Int]?
    /// The page to show as PNG, from 1; the first if absent.
    public let page: Int?
    /// Additional fields, which override those of the records.
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

/// A label template with the result of its check.
public struct LabelTemplateResource: WireValue {
    public let name: String
    /// The width of one label in millimetres; null if the template is refused.
    public let width: Double?
    /// The height of one label in millimetres; null if the template is refused.
    public let height: Double?
    /// The number of labels on a page, 1 unless they are cut from a sheet; null if the template is refused.
    public let labelsPerPage: Int?
    /// The width of the required media in millimetres; null if the template is refused.
    public let pageWidth: Double?
    /// The height of the required media in millimetres; null if the template is refused.
    public let pageHeight: Double?
    /// The resolutions at which its barcodes fit, of 203, 300, 600 and 1200 dots per inch; null if the template is
    /// refused.
    public let resolutions: [Int]?
    /// Why the template is refused, with the line number; null if it is usable.
    public let problem: String?

    public init(
        name: String,
        width: Double?,
        height: Double?,
        labelsPerPage: Int?,
        pageWidth: Double?,
        pageHeight: Double?,
        resolutions: [Int]?,
        problem: String?
    ) {
        self.name = name
        self.width = width
        self.height = height
        self.labelsPerPage = labelsPerPage
        self.pageWidth = pageWidth
        self.pageHeight = pageHeight
        self.resolutions = resolutions
        self.problem = problem
    }
}

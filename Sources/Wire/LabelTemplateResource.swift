/// A label template, and whether it can be used.
public struct LabelTemplateResource: Sendable, Hashable, Codable {
    public let name: String
    /// Of one label, in millimetres; null when the template is refused.
    public let width: Double?
    /// Of one label, in millimetres; null when the template is refused.
    public let height: Double?
    /// On a page: 1 unless they are cut from a sheet; null when the template is refused.
    public let labelsPerPage: Int?
    /// What has to lie in the printer, in millimetres; null when the template is refused.
    public let pageWidth: Double?
    /// What has to lie in the printer, in millimetres; null when the template is refused.
    public let pageHeight: Double?
    /// Printers on which its barcodes have room, of 203, 300, 600 and 1200 dots per inch; null when the template is
    /// refused.
    public let resolutions: [Int]?
    /// Why it is refused, with its line; null when it can be used.
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

    private enum CodingKeys: String, CodingKey {
        case name
        case width
        case height
        case labelsPerPage
        case pageWidth
        case pageHeight
        case resolutions
        case problem
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(width, forKey: .width)
        try container.encode(height, forKey: .height)
        try container.encode(labelsPerPage, forKey: .labelsPerPage)
        try container.encode(pageWidth, forKey: .pageWidth)
        try container.encode(pageHeight, forKey: .pageHeight)
        try container.encode(resolutions, forKey: .resolutions)
        try container.encode(problem, forKey: .problem)
    }
}

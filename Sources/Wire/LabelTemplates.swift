extension API {
    /// Requests about label templates.
    public enum LabelTemplates {
        public static let list = Endpoint<Nothing, Page<LabelTemplateResource>>(
            "listLabelTemplates",
            .get,
            "/v1/labels/templates",
            .reader,
            "List label templates",
            parameters: [.limit, .cursor],
            work: .drawing,
            refusals: [422]
        )
        public static let check = Endpoint<LabelTemplateCheckRequest, LabelTemplateResource>(
            "checkLabelTemplate",
            .post,
            "/v1/labels/templates/check",
            .reader,
            "Check a label template",
            work: .drawing,
            repetition: .always,
            exampleMembers: ["text"],
            refusals: [422]
        )
    }
}

/// A label template with the result of its check.
public struct LabelTemplateResource: WireValue {
    /// The name of the template.
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

/// A request to check a label template before it is installed, given as text or bytes.
public struct LabelTemplateCheckRequest: WireValue {
    /// The whole text of the file.
    public let text: String?
    /// The whole file as base64, in any encoding that templates may have.
    public let bytes: String?
    /// The file name without its directory, which must match the name of the template.
    public let file: String?

    public static var members: [String: Schema] {
        [
            "text": .text(example: "name: box-100x50"),
            "bytes": .text(example: "bmFtZTogYm94LTEwMHg1MA=="),
            "file": .text(example: "box-100x50.yaml"),
        ]
    }

    public init(text: String? = nil, bytes: String? = nil, file: String? = nil) {
        self.text = text
        self.bytes = bytes
        self.file = file
    }
}

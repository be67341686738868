extension API {
    /// Requests about sheets of labels.
    public enum LabelSheets {
        public static let list = Endpoint<Nothing, Page<LabelSheetResource>>(
            "listLabelSheets",
            .get,
            "/v1/labels/sheets",
            .reader,
            "List partly used label sheets",
            parameters: [.limit, .cursor]
        )
        public static let reset = Endpoint<LabelSheetResetRequest, Page<LabelSheetResource>>(
            "resetLabelSheet",
            .post,
            "/v1/labels/sheets/reset",
            .clerk,
            "Record that a fresh label sheet is loaded",
            repetition: .byResponse(remains: "the begun sheets (outguide label sheet list)"),
            refusals: [404]
        )
    }
}

/// A partly used sheet of labels.
public struct LabelSheetResource: WireValue {
    /// The template of the sheet.
    public let template: String
    /// The printer that contains it.
    public let printer: String
    /// The used cells, from 1.
    public let used: [Int]

    public init(template: String, printer: String, used: [Int]) {
        self.template = template
        self.printer = printer
        self.used = used
    }
}

/// A request to record that a sheet was taken out of the printer, so that the next one is new.
public struct LabelSheetResetRequest: WireValue {
    /// The label template whose sheet was taken out.
    public let template: String
    /// The printer that contained it; all printers if absent.
    public let printer: String?

    public static var members: [String: Schema] { ["template": .text(example: "avery-l7160"), "printer": .printer] }

    public init(template: String, printer: String? = nil) {
        self.template = template
        self.printer = printer
    }
}

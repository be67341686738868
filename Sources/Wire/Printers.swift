extension API {
    /// Requests about printers.
    public enum Printers {
        private static let printerPath = Parameter(
            .path,
            "printer",
            .text(example: "box203"),
            "The name of the printer in the configuration or in CUPS."
        )

        public static let list = Endpoint<Nothing, Page<PrinterResource>>(
            "listPrinters",
            .get,
            "/v1/printers",
            .reader,
            "List the printers of CUPS and of the configuration",
            parameters: [.limit, .cursor],
            refusals: [502]
        )
        public static let show = Endpoint<Nothing, PrinterResource>(
            "showPrinter",
            .get,
            "/v1/printers/{printer}",
            .reader,
            "Show a printer's status and loaded media",
            parameters: [printerPath],
            refusals: [502]
        )
        public static let test = Endpoint<PrinterTestRequest, LabelPrintResponse>(
            "testPrinter",
            .post,
            "/v1/printers/{printer}/test",
            .clerk,
            "Print a test label",
            parameters: [printerPath],
            repetition: .byResponse(remains: "the printer"),
            patience: .print,
            refusals: [409, 422, 502]
        )
        public static let printRuler = Endpoint<PrinterTestRequest, LabelPrintResponse>(
            "printRuler",
            .post,
            "/v1/printers/{printer}/ruler",
            .clerk,
            "Print a ruler page",
            parameters: [printerPath],
            repetition: .byResponse(remains: "the printer"),
            patience: .print,
            refusals: [409, 422, 502]
        )
        public static let calibrate = Endpoint<CalibrationRequest, CalibrationResource>(
            "calibratePrinter",
            .post,
            "/v1/printers/{printer}/calibration",
            .clerk,
            "Store the measurements of a ruler page",
            parameters: [printerPath],
            repetition: .byResponse(remains: nil),
            refusals: [422, 502]
        )
        public static let forgetCalibration = Endpoint<Nothing, Nothing>(
            "forgetCalibration",
            .delete,
            "/v1/printers/{printer}/calibration",
            .clerk,
            "Discard the measurements of a printer",
            parameters: [printerPath]
        )
    }
}

/// A printer with its status.
public struct PrinterResource: WireValue {
    /// The name of the printer.
    public let name: String
    /// `queue`, `queue/instance` or `socket://host:port`.
    public let address: String
    /// `idle`, `processing`, `stopped`, or `unknown` for a printer that was not queried.
    public let state: String
    /// Whether the printer accepts new jobs.
    public let isAcceptingJobs: Bool
    /// The printer's own message about its state; null if there is none.
    public let message: String?
    /// IPP `printer-state-reasons`, such as `media-empty-error`.
    public let reasons: [String]
    /// What prevents printing; null if nothing does, and in a list, for which printers are not queried.
    public let trouble: PrintTroubleResource?
    /// The format that it receives: `pdf`, `pwg`, `raster` or `zpl`; null in a list if the configuration does not state
    /// it.
    public let form: String?
    /// The resolutions in dots per inch, such as `203` or `203x406`; empty if the printer does not report them.
    public let resolutions: [String]
    /// PWG names of the supported media; empty if the printer does not report them.
    public let media: [String]
    /// PWG names of the loaded media; empty if the printer does not report them, and in a list.
    public let mediaReady: [String]
    /// Why the loaded media are unknown; null if they are known, and in a list.
    public let mediaDoubt: String?
    /// The stations that use it by default.
    public let stations: [String]
    /// The templates that are printed on it by default.
    public let templates: [String]
    /// The measured adjustment; null if it was never measured.
    public let calibration: CalibrationResource?

    public init(
        name: String,
        address: String,
        state: String,
        isAcceptingJobs: Bool,
        message: String?,
        reasons: [String],
        trouble: PrintTroubleResource?,
        form: String?,
        resolutions: [String],
        media: [String],
        mediaReady: [String],
        mediaDoubt: String?,
        stations: [String],
        templates: [String],
        calibration: CalibrationResource?
    ) {
        self.name = name
        self.address = address
        self.state = state
        self.isAcceptingJobs = isAcceptingJobs
        self.message = message
        self.reasons = reasons
        self.trouble = trouble
        self.form = form
        self.resolutions = resolutions
        self.media = media
        self.mediaReady = mediaReady
        self.mediaDoubt = mediaDoubt
        self.stations = stations
        self.templates = templates
        self.calibration = calibration
    }
}

/// A request to print a test page.
public struct PrinterTestRequest: WireValue {
    /// The name of the template; if absent, the default one, or the suitable ruler.
    public let template: String?
    /// Kinds of printer trouble that do not prevent printing, as for labels; they are recorded in the log.
    public let despite: [String]?

    public static var members: [String: Schema] { ["template": .template, "despite": .overrides] }

    public init(template: String? = nil, despite: [String]? = nil) {
        self.template = template
        self.despite = despite
    }
}

/// The measured positions of the scales on a printed ruler page, in millimetres.
public struct CalibrationRequest: WireValue {
    /// The ruler page that was measured; the suitable one if absent.
    public let template: String?
    /// The distance from the left edge to the zero mark of the horizontal scale.
    public let zeroX: Double
    /// The distance from the upper edge to the zero mark of the vertical scale.
    public let zeroY: Double
    /// The length of the horizontal scale.
    public let lengthX: Double
    /// The length of the vertical scale.
    public let lengthY: Double

    public static var members: [String: Schema] {
        [
            "template": .text(example: "ruler-100x50"),
            "zeroX": .number(example: 10.5),
            "zeroY": .number(example: 9.5),
            "lengthX": .number(example: 80),
            "lengthY": .number(example: 30),
        ]
    }

    public init(template: String? = nil, zeroX: Double, zeroY: Double, lengthX: Double, lengthY: Double) {
        self.template = template
        self.zeroX = zeroX
        self.zeroY = zeroY
        self.lengthX = lengthX
        self.lengthY = lengthY
    }
}

/// How labels are shifted and scaled to compensate for the printer's measured error.
public struct CalibrationResource: WireValue {
    /// The shift to the right, in millimetres.
    public let offsetX: Double
    /// The shift down, in millimetres.
    public let offsetY: Double
    /// The horizontal scale; 1 for no change.
    public let scaleX: Double
    /// The vertical scale; 1 for no change.
    public let scaleY: Double
    /// The time: RFC 3339, UTC.
    public let measuredAt: String

    public init(offsetX: Double, offsetY: Double, scaleX: Double, scaleY: Double, measuredAt: String) {
        self.offsetX = offsetX
        self.offsetY = offsetY
        self.scaleX = scaleX
        self.scaleY = scaleY
        self.measuredAt = measuredAt
    }
}

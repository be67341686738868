extension API {
    /// Requests about labels.
    public enum Labels {
        public static let preview = Endpoint<LabelPreviewRequest, Bytes>(
            "previewLabels",
            .post,
            "/v1/labels/preview",
            .reader,
            "Draw labels",
            work: .drawing,
            repetition: .always,
            mediaTypes: ["image/png", "application/pdf"],
            refusals: [404, 422]
        )
        public static let drawControls = Endpoint<ControlSheetRequest, Bytes>(
            "drawControls",
            .post,
            "/v1/labels/controls",
            .reader,
            "Draw the sheet of control barcodes",
            work: .drawing,
            repetition: .always,
            mediaTypes: ["image/png", "application/pdf"],
            refusals: [422]
        )
        public static let printControls = Endpoint<ControlPrintRequest, LabelPrintResponse>(
            "printControls",
            .post,
            "/v1/labels/controls/prints",
            .clerk,
            "Print the sheet of control barcodes, and answer when the job has ended",
            repetition: .byResponse(remains: "the printer"),
            patience: .print,
            refusals: [404, 409, 422, 502]
        )
        public static let print = Endpoint<LabelPrintRequest, LabelPrintResponse>(
            "printLabels",
            .post,
            "/v1/labels/print",
            .clerk,
            "Print labels",
            details: """
                The printer and its media are checked first, and no label is kept or minted if they prevent \
                printing. The response follows once the printer has confirmed all labels, or with what prevents \
                that; the run then remains, continues by itself if the printer only needs attention, and can be \
                resumed. The same idempotency key begins one run, and waits for it again.
                """,
            patience: .print,
            exampleMembers: ["barcodes"],
            refusals: [404, 422, 502]
        )
        public static let pending = Endpoint<Nothing, Page<PendingLabelResource>>(
            "listPendingLabels",
            .get,
            "/v1/labels/pending",
            .reader,
            "List labels that were printed but never scanned, oldest first",
            parameters: [.limit, .cursor],
            work: .list
        )
    }
}

/// A request to print labels of registered or new entities.
public struct LabelPrintRequest: WireValue {
    /// Barcodes of registered entities, one label each.
    public let barcodes: [String]?
    /// New entities, whose barcodes are minted for the run; instead of `barcodes`.
    public let new: NewLabelsRequest?
    /// The printer's name in the configuration or in CUPS; if absent, that of the station or the template, or the
    /// default one.
    public let printer: String?
    /// The station where the labels are needed, which selects the printer if none is named.
    public let station: String?
    /// The name of the template; the default one if absent.
    public let template: String?
    /// The number of copies of each label; one if absent.
    public let copies: Int?
    /// The reason for printing labels again that were printed before.
    public let reason: String?
    /// When to respond: `printed` (the default), `accepted` when the print server or the printer has accepted labels,
    /// or `begun` when the run is committed.
    public let until: String?
    /// The first cell of the sheet to use, from 1; if absent, the first one after those already printed.
    public let startCell: Int?
    /// Whether a new sheet is in the printer; false if absent.
    public let newSheet: Bool?
    /// Whether to print slips for the places of charged-out items and containers.
    ///
    /// They use the configured template (`outGuideSlip`) unless `template` names one; false if absent.
    public let slip: Bool?
    /// Additional fields of every label, such as `year`, which override those of the entities.
    public let fields: [String: String]?
    /// Kinds of trouble that the printer reports wrongly and that do not prevent printing: `out-of-labels`,
    /// `wrong-media`, `cover-open`, `media-jam`, `ribbon-empty`, `printer-offline`, `printer-not-ready` or
    /// `media-not-supported`.
    ///
    /// They are recorded in the log.
    public let despite: [String]?

    public static var members: [String: Schema] {
        [
            "barcodes": .barcodes(count: 0...API.longestPrinting),
            "printer": .printer,
            "station": .station,
            "template": .template,
            "copies": .ordinal,
            "reason": .reason,
            "until": .printed,
            "startCell": .ordinal,
            "fields": .map(.text(example: "2026")),
            "despite": .overrides,
        ]
    }

    public init(
        barcodes: [String]? = nil,
        new: NewLabelsRequest? = nil,
        printer: String? = nil,
        station: String? = nil,
        template: String? = nil,
        copies: Int? = nil,
        reason: String? = nil,
        until: String? = nil,
        startCell: Int? = nil,
        newSheet: Bool? = nil,
        slip: Bool? = nil,
        fields: [String: String]? = nil,
        despite: [String]? = nil
    ) {
        self.barcodes = barcodes
        self.new = new
        self.printer = printer
        self.station = station
        self.template = template
        self.copies = copies
        self.reason = reason
        self.until = until
        self.startCell = startCell
        self.newSheet = newSheet
        self.slip = slip
        self.fields = fields
        self.despite = despite
    }
}

/// A request to register entities for new labels.
public struct NewLabelsRequest: WireValue {
    /// The number of entities.
    public let count: Int
    /// The kind of all of them; `box` if absent.
    public let kind: String?
    /// `container` or `item`; if absent, the type of the kind.
    public let type: String?
    /// The title of all of them.
    public let title: String?
    /// Barcode of the place where they belong.
    public let home: String?
    /// Barcode of the place where they are now.
    public let parent: String?

    public static var members: [String: Schema] {
        [
            "count": .integer(1...API.longestPrinting, example: 10),
            "kind": .kind,
            "type": .word(["container", "item"]),
            "title": .title,
            "home": .place,
            "parent": .place,
        ]
    }

    public init(
        count: Int,
        kind: String? = nil,
        type: String? = nil,
        title: String? = nil,
        home: String? = nil,
        parent: String? = nil
    ) {
        self.count = count
        self.kind = kind
        self.type = type
        self.title = title
        self.home = home
        self.parent = parent
    }
}

/// The result of a print request.
public struct LabelPrintResponse: WireValue {
    /// The number of the last CUPS job; 0 on a printer that is addressed without CUPS.
    public let job: Int
    /// The printer that the labels are sent to.
    public let printer: String
    /// `completed`; `accepted` or `begun` if only that was requested; or `doubtful` for a page that was delivered but
    /// whose printing the printer does not confirm.
    public let state: String
    /// The number of labels requested, with copies.
    public let labels: Int
    /// The print run; null for prints that are not labels of entities.
    public let batch: Int64?
    /// The barcodes on the labels, in order.
    public let barcodes: [String]
    /// Why it is uncertain that the right media are loaded; null if it is certain or was checked before.
    public let mediaDoubt: String?

    public init(
        job: Int,
        printer: String,
        state: String,
        labels: Int,
        batch: Int64?,
        barcodes: [String],
        mediaDoubt: String? = nil
    ) {
        self.job = job
        self.printer = printer
        self.state = state
        self.labels = labels
        self.batch = batch
        self.barcodes = barcodes
        self.mediaDoubt = mediaDoubt
    }
}

/// A label that was printed and not scanned since.
public struct PendingLabelResource: WireValue {
    /// The barcode on the label.
    public let barcode: String
    /// The type of the entity: `item`, `container`, `location` or `custodian`.
    public let type: String
    /// The kind of the entity, such as `folder`.
    public let kind: String
    /// The title of the entity; null if it has none.
    public let title: String?
    /// When it was printed: RFC 3339, UTC.
    public let printedAt: String
    /// The number of seconds since then.
    public let age: Int
    /// Number of the entry that recorded the printing.
    public let entry: Int64

    public static var members: [String: Schema] { ["type": .entityType] }

    public init(
        barcode: String,
        type: String,
        kind: String,
        title: String?,
        printedAt: String,
        age: Int,
        entry: Int64
    ) {
        self.barcode = barcode
        self.type = type
        self.kind = kind
        self.title = title
        self.printedAt = printedAt
        self.age = age
        self.entry = entry
    }
}

/// A request for a preview of labels.
public struct LabelPreviewRequest: WireValue {
    /// Barcodes of registered entities, one label each; if empty, a sample is shown.
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
    /// Additional fields, which override those of the entities.
    public let fields: [String: String]?

    public static var members: [String: Schema] {
        [
            "barcodes": .barcodes(count: 0...1_000),
            "template": .template,
            "format": .drawing,
            "printer": .printer,
            "resolution": .resolution,
            "used": .list(.ordinal, count: 0...Int.max),
            "page": .ordinal,
            "fields": .map(.text(example: "2026")),
        ]
    }

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

/// A request to print the sheet of control barcodes.
public struct ControlPrintRequest: WireValue {
    /// The CUPS destination; the default one if absent.
    public let printer: String?
    /// The name of the template; `controls` if absent.
    public let template: String?
    /// The number of copies of each page; one if absent.
    public let copies: Int?
    /// Kinds of printer trouble that do not prevent printing, as for labels; they are recorded in the log.
    public let despite: [String]?

    public static var members: [String: Schema] {
        ["printer": .printer, "template": .text(example: "controls"), "copies": .ordinal, "despite": .overrides]
    }

    public init(printer: String? = nil, template: String? = nil, copies: Int? = nil, despite: [String]? = nil) {
        self.printer = printer
        self.template = template
        self.copies = copies
        self.despite = despite
    }
}

/// A request for the sheet of control barcodes as a file.
public struct ControlSheetRequest: WireValue {
    /// The name of the template; `controls` if absent.
    public let template: String?
    /// `png`, which shows one page, or `pdf` (the default), which has all.
    public let format: String?
    /// The resolution of the intended printer in dots per inch, such as `300` or `203x406`; 203 if absent.
    public let resolution: String?
    /// The page to show as PNG, from 1; the first if absent.
    public let page: Int?

    public static var members: [String: Schema] {
        ["template": .text(example: "controls"), "format": .drawing, "resolution": .resolution, "page": .ordinal]
    }

    public init(template: String? = nil, format: String? = nil, resolution: String? = nil, page: Int? = nil) {
        self.template = template
        self.format = format
        self.resolution = resolution
        self.page = page
    }
}

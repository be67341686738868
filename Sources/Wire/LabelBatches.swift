extension API {
    /// Requests about runs of labels.
    public enum LabelBatches {
        /// Whether to list only runs that are not over.
        public static let open = Parameter(.query, "open", .boolean, "Only those that are not over.")
        private static let batchPath = Parameter(.path, "batch", .ordinal, "Number of a run of labels.")
        /// The number of seconds to wait for a change.
        public static let wait = Parameter(
            .query,
            "wait",
            .integer(1...60, example: 1),
            "The number of seconds to wait for a change."
        )
        /// The number of printed labels that the caller knows.
        public static let printed = Parameter(
            .query,
            "printed",
            .integer(0...Int.max, example: 1),
            "With `wait`: responds at once if another number of labels is printed."
        )
        /// The kind of trouble or delay that the caller knows; empty for none.
        public static let seen = Parameter(
            .query,
            "seen",
            .text(example: "out-of-labels"),
            """
            With `wait`: responds at once if the run is in other trouble, or waits for something else, \
            than of this kind; empty for none.
            """
        )
        /// The state of the labels to list.
        public static let state = Parameter(.query, "state", .text(example: "waiting"), "Only those in this state.")

        public static let list = Endpoint<Nothing, Page<PrintBatchResource>>(
            "listLabelBatches",
            .get,
            "/v1/labels/batches",
            .reader,
            "List label runs, newest first",
            parameters: [open, .limit, .cursor],
            work: .list
        )
        public static let show = Endpoint<Nothing, PrintBatchResource>(
            "showLabelBatch",
            .get,
            "/v1/labels/batches/{batch}",
            .reader,
            "Show a label run",
            parameters: [batchPath, wait, printed, seen]
        )
        public static let labels = Endpoint<Nothing, Page<BatchLabelResource>>(
            "listBatchLabels",
            .get,
            "/v1/labels/batches/{batch}/labels",
            .reader,
            "List the labels of a run in print order",
            parameters: [batchPath, state, .limit, .cursor],
            work: .list
        )
        public static let resume = Endpoint<BatchResumeRequest, PrintBatchResource>(
            "resumeLabelBatch",
            .post,
            "/v1/labels/batches/{batch}/resume",
            .clerk,
            "Resume a label run",
            details: """
                The printer is asked first about labels that were sent before. Labels that may have been printed \
                are named in a problem of the kind labels-in-doubt; `inDoubt` states what the clerk found.
                """,
            parameters: [batchPath],
            patience: .print,
            refusals: [422, 502]
        )
        public static let cancel = Endpoint<Nothing, PrintBatchResource>(
            "cancelLabelBatch",
            .post,
            "/v1/labels/batches/{batch}/cancel",
            .clerk,
            "Cancel the unprinted labels of a run",
            parameters: [batchPath],
            repetition: .always,
            patience: .print,
            refusals: [409]
        )
    }
}

/// A print run with its progress.
public struct PrintBatchResource: WireValue {
    /// The number of the run.
    public let batch: Int64
    /// `running`, `open` (it continues when a user resumes it), `done` or `cancelled`.
    public let state: String
    /// The label template.
    public let template: String
    /// The printer.
    public let printer: String
    /// The number of copies of each label.
    public let copies: Int
    /// Whether the barcodes were minted for the run.
    public let isMinted: Bool
    /// The principal who began it.
    public let principal: String
    /// When it began: RFC 3339, UTC.
    public let startedAt: String
    /// The number of labels, without copies.
    public let labels: Int
    /// The number of labels that the printer reported as finished.
    public let printed: Int
    /// The number of labels that were not sent to a printer yet.
    public let waiting: Int
    /// The number of labels that were sent to the printer.
    public let sent: Int
    /// The number of labels that may or may not have been printed.
    public let doubtful: Int
    /// The number of cancelled labels.
    public let cancelled: Int
    /// What prevents the run from continuing; null if nothing does.
    public let trouble: PrintTroubleResource?
    /// A temporary condition for which the run waits, such as work at the printer; null if there is none.
    public let waitingFor: PrintTroubleResource?
    /// The kinds of printer trouble that a clerk overrode.
    public let despite: [String]
    /// The overrides with their principals, in order.
    public let overrides: [PrintOverrideResource]
    /// Why the media in the printer were unknown at some time; null if they were always known.
    public let mediaDoubt: String?

    public static var members: [String: Schema] { ["state": .word(["running", "open", "done", "cancelled"])] }

    public init(
        batch: Int64,
        state: String,
        template: String,
        printer: String,
        copies: Int,
        isMinted: Bool,
        principal: String,
        startedAt: String,
        labels: Int,
        printed: Int,
        waiting: Int,
        sent: Int,
        doubtful: Int,
        cancelled: Int,
        trouble: PrintTroubleResource?,
        waitingFor: PrintTroubleResource? = nil,
        despite: [String] = [],
        overrides: [PrintOverrideResource] = [],
        mediaDoubt: String? = nil
    ) {
        self.batch = batch
        self.state = state
        self.template = template
        self.printer = printer
        self.copies = copies
        self.isMinted = isMinted
        self.principal = principal
        self.startedAt = startedAt
        self.labels = labels
        self.printed = printed
        self.waiting = waiting
        self.sent = sent
        self.doubtful = doubtful
        self.cancelled = cancelled
        self.trouble = trouble
        self.waitingFor = waitingFor
        self.despite = despite
        self.overrides = overrides
        self.mediaDoubt = mediaDoubt
    }
}

/// A problem that prevents labels from being printed.
public struct PrintTroubleResource: WireValue {
    /// A stable word, as in a problem document.
    public let kind: String
    /// A sentence that names the remedy.
    public let detail: String

    public init(kind: String, detail: String) {
        self.kind = kind
        self.detail = detail
    }
}

/// A kind of printer trouble that a user overrode.
public struct PrintOverrideResource: WireValue {
    /// The kind of trouble, such as `out-of-labels`.
    public let kind: String
    /// The principal who overrode it.
    public let principal: String

    public init(kind: String, principal: String) {
        self.kind = kind
        self.principal = principal
    }
}

/// One label of a print run.
public struct BatchLabelResource: WireValue {
    /// The position in the run, from 1.
    public let position: Int
    /// The barcode on the label.
    public let barcode: String
    /// The title of the labelled entity; null if it has none.
    public let title: String?
    /// `waiting`, `sent`, `printed`, `doubtful` or `cancelled`.
    public let state: String
    /// The number of its CUPS job; 0 on a printer that is addressed without CUPS.
    public let job: Int?

    public static var members: [String: Schema] {
        ["state": .word(["waiting", "sent", "printed", "doubtful", "cancelled"])]
    }

    public init(position: Int, barcode: String, title: String?, state: String, job: Int?) {
        self.position = position
        self.barcode = barcode
        self.title = title
        self.state = state
        self.job = job
    }
}

/// A request to resume a print run.
public struct BatchResumeRequest: WireValue {
    /// The clerk's decision about doubtful labels: `print` (they were not printed) or `keep` (they were).
    public let inDoubt: String?
    /// When to respond: `printed` (the default), `accepted` or `begun`.
    public let until: String?
    /// Kinds of printer trouble that do not prevent printing from now on, as in a print request.
    public let despite: [String]?

    public static var members: [String: Schema] {
        ["inDoubt": .word(["print", "keep"]), "until": .printed, "despite": .overrides]
    }

    public init(inDoubt: String? = nil, until: String? = nil, despite: [String]? = nil) {
        self.inDoubt = inDoubt
        self.until = until
        self.despite = despite
    }
}

/// The labels of a run that may or may not have been printed.
public struct LabelDoubtResource: WireValue {
    /// The number of the run.
    public let batch: Int64
    /// The number of labels, without copies.
    public let labels: Int
    /// Why the media in the printer were unknown, too; null if they were known.
    public let mediaDoubt: String?

    public init(batch: Int64, labels: Int, mediaDoubt: String? = nil) {
        self.batch = batch
        self.labels = labels
        self.mediaDoubt = mediaDoubt
    }

    /// The command that settles the doubt after a clerk has inspected the labels.
    public var command: String { "outguide label batch resume \(batch) --in-doubt print (or keep, if they are there)" }
}

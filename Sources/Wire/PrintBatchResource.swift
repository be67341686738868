/// A print run with its progress.
public struct PrintBatchResource: WireValue {
    /// The number of the run.
    public let batch: Int64
    /// `running`, `open` (it continues when a user resumes it), `done` or `cancelled`.
    public let state: String
    public let template: String
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

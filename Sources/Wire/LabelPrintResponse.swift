/// The result of a print request.
public struct LabelPrintResponse: WireValue {
    /// The number of the last CUPS job; 0 on a printer that is addressed without CUPS.
    public let job: Int
    public let printer: String
    /// `completed`; `accepted` or `begun` if only that was requested; or `doubtful` for a page that was delivered but
    /// whose printing the printer does not confirm.
    public let state: String
    /// The number of labels requested, with copies.
    public let labels: Int
    /// The print run; null for prints that are not labels of records.
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

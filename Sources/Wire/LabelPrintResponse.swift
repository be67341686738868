/// Labels that were printed, or that a printer has taken.
public struct LabelPrintResponse: Sendable, Hashable, Codable {
    /// The number that CUPS gave the last job; 0 on a printer that is addressed without CUPS.
    public let job: Int
    public let printer: String
    /// `completed`, `accepted` or `begun` when that was all that was asked for, or `doubtful` for a page that was delivered
    /// and of which the printer says nothing.
    public let state: String
    /// How many were asked for, with their copies.
    public let labels: Int
    /// The run that they belong to; null for what is no label of a thing.
    public let batch: Int64?
    /// What is on the labels, in their order.
    public let barcodes: [String]
    /// Why it is not known that the right media lie in the printer; null when it is, or when that was asked before.
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

    private enum CodingKeys: String, CodingKey {
        case job
        case printer
        case state
        case labels
        case batch
        case barcodes
        case mediaDoubt
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(job, forKey: .job)
        try container.encode(printer, forKey: .printer)
        try container.encode(state, forKey: .state)
        try container.encode(labels, forKey: .labels)
        try container.encode(batch, forKey: .batch)
        try container.encode(barcodes, forKey: .barcodes)
        try container.encode(mediaDoubt, forKey: .mediaDoubt)
    }
}

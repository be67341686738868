/// The labels of a run that may or may not have been printed.
public struct PrintDoubt: Sendable, Hashable {
    public let batch: PrintBatchNumber
    /// The number of labels.
    public let labels: Int
    /// Why the loaded media were unknown, too, as a stable word; nil if they were known.
    public let mediaDoubt: String?

    public init(batch: PrintBatchNumber, labels: Int, mediaDoubt: String?) {
        self.batch = batch
        self.labels = labels
        self.mediaDoubt = mediaDoubt
    }
}

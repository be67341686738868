/// Labels of a run of which nobody knows whether they came out.
public struct PrintDoubt: Sendable, Hashable {
    public let batch: PrintBatchNumber
    /// How many.
    public let labels: Int
    /// Why it was not known either which media were loaded, by a stable word; nil when it was.
    public let mediaDoubt: String?

    public init(batch: PrintBatchNumber, labels: Int, mediaDoubt: String?) {
        self.batch = batch
        self.labels = labels
        self.mediaDoubt = mediaDoubt
    }
}

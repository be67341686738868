/// The labels of a run that may or may not have been printed.
public struct LabelDoubtResource: WireValue {
    /// The number of the run.
    public let batch: Int64
    /// The number of labels, without copies.
    public let labels: Int
    /// Why the media in the printer were unknown, too; null if they were known.
    public let mediaDoubt: String?

    public init(
        batch: Int64,
        labels: Int,
        mediaDoubt: String? = nil
    ) {
        self.batch = batch
        self.labels = labels
        self.mediaDoubt = mediaDoubt
    }

    /// The command that settles the doubt after a clerk has inspected the labels.
    public var command: String { "outguide label batch resume \(batch) --in-doubt print (or keep, if they are there)" }
}

/// Labels of a run of which nobody knows whether they came out.
public struct LabelDoubtResource: Sendable, Hashable, Codable {
    /// The number of the run.
    public let batch: Int64
    /// How many, without copies.
    public let labels: Int

    public init(
        batch: Int64,
        labels: Int
    ) {
        self.batch = batch
        self.labels = labels
    }

    /// What settles it, for whoever looked.
    public var command: String { "outguide label batch resume \(batch) --in-doubt print (or keep, if they are there)" }
}

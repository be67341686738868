/// Labels of a run of which nobody knows whether they came out.
public struct LabelDoubtResource: Sendable, Hashable, Codable {
    /// The number of the run.
    public let batch: Int64
    /// How many, without copies.
    public let labels: Int
    /// Why it was not known either which media were loaded in the printer; null when it was.
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

    private enum CodingKeys: String, CodingKey {
        case batch
        case labels
        case mediaDoubt
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(batch, forKey: .batch)
        try container.encode(labels, forKey: .labels)
        try container.encode(mediaDoubt, forKey: .mediaDoubt)
    }

    /// What settles it, for whoever looked.
    public var command: String { "outguide label batch resume \(batch) --in-doubt print (or keep, if they are there)" }
}

/// The labels of a run that may or may not have been printed.
public struct LabelDoubtResource: Sendable, Hashable, Codable {
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

    private enum CodingKeys: String, CodingKey {
        case batch
        case labels
        case mediaDoubt
    }

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(batch, forKey: .batch)
        try container.encode(labels, forKey: .labels)
        try container.encode(mediaDoubt, forKey: .mediaDoubt)
    }

    /// The command that settles the doubt after a clerk has inspected the labels.
    public var command: String { "outguide label batch resume \(batch) --in-doubt print (or keep, if they are there)" }
}

/// A page of runs of labels, newest first.
public struct PrintBatchPage: Sendable, Hashable, Codable {
    public let batches: [PrintBatchResource]
    /// What to send as `cursor` for the next page; null on the last.
    public let next: String?

    public init(
        batches: [PrintBatchResource],
        next: String?
    ) {
        self.batches = batches
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case batches
        case next
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(batches, forKey: .batches)
        try container.encode(next, forKey: .next)
    }
}

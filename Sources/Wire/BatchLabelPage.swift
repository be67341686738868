/// A page of the labels of a run, in their order.
public struct BatchLabelPage: Sendable, Hashable, Codable {
    public let labels: [BatchLabelResource]
    /// What to send as `cursor` for the next page; null on the last.
    public let next: String?

    public init(
        labels: [BatchLabelResource],
        next: String?
    ) {
        self.labels = labels
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case labels
        case next
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(labels, forKey: .labels)
        try container.encode(next, forKey: .next)
    }
}

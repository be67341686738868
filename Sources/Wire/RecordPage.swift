/// A page of a list of things, in the order of their registration.
public struct RecordPage: Sendable, Hashable, Codable {
    public let records: [RecordResource]
    /// What to send as `cursor` for the next page; null on the last.
    public let next: String?

    public init(
        records: [RecordResource],
        next: String?
    ) {
        self.records = records
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case records
        case next
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(records, forKey: .records)
        try container.encode(next, forKey: .next)
    }
}

/// A page of the history of a thing, newest first.
public struct HistoryPage: Sendable, Hashable, Codable {
    public let entries: [EntryResource]
    /// What to send as `cursor` for the next page; null on the last.
    public let next: String?

    public init(
        entries: [EntryResource],
        next: String?
    ) {
        self.entries = entries
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case entries
        case next
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entries, forKey: .entries)
        try container.encode(next, forKey: .next)
    }
}

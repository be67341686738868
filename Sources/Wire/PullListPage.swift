/// A page of pull lists.
public struct PullListPage: Sendable, Hashable, Codable {
    /// The newest first.
    public let lists: [PullListResource]
    /// What to send as `cursor` for the next page; null on the last.
    public let next: String?

    public init(
        lists: [PullListResource],
        next: String?
    ) {
        self.lists = lists
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case lists
        case next
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(lists, forKey: .lists)
        try container.encode(next, forKey: .next)
    }
}

/// A page of what a search found.
public struct SearchPage: Sendable, Hashable, Codable {
    public let hits: [SearchHitResource]
    /// What to send as `cursor` for the next page; null on the last.
    public let next: String?

    public init(hits: [SearchHitResource], next: String?) {
        self.hits = hits
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case hits
        case next
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(hits, forKey: .hits)
        try container.encode(next, forKey: .next)
    }
}

/// A page of what is directly in a place.
public struct ContentsPage: Sendable, Hashable, Codable {
    public let contents: [ContentsResource]
    /// What to send as `cursor` for the next page; null on the last.
    public let next: String?

    public init(
        contents: [ContentsResource],
        next: String?
    ) {
        self.contents = contents
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case contents
        case next
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(contents, forKey: .contents)
        try container.encode(next, forKey: .next)
    }
}

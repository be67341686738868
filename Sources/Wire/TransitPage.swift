/// A page of what is on its way, longest first.
public struct TransitPage: Sendable, Hashable, Codable {
    public let transits: [TransitResource]
    /// What to send as `cursor` for the next page; null on the last.
    public let next: String?

    public init(
        transits: [TransitResource],
        next: String?
    ) {
        self.transits = transits
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case transits
        case next
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(transits, forKey: .transits)
        try container.encode(next, forKey: .next)
    }
}

/// A page of holds that stand, oldest first.
public struct HoldPage: Sendable, Hashable, Codable {
    public let holds: [EntryResource]
    /// What to send as `cursor` for the next page; null on the last.
    public let next: String?

    public init(
        holds: [EntryResource],
        next: String?
    ) {
        self.holds = holds
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case holds
        case next
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(holds, forKey: .holds)
        try container.encode(next, forKey: .next)
    }
}

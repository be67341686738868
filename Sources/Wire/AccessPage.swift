/// A page of the record of who looked, newest first.
public struct AccessPage: Sendable, Hashable, Codable {
    public let accesses: [AccessResource]
    /// What the next page is asked with; null on the last one.
    public let next: String?

    public init(accesses: [AccessResource], next: String?) {
        self.accesses = accesses
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case accesses
        case next
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(accesses, forKey: .accesses)
        try container.encode(next, forKey: .next)
    }
}

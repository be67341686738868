/// A page of readings, newest first.
public struct ReadingPage: Sendable, Hashable, Codable {
    public let readings: [ReadingResource]
    /// What to send as `cursor` for the next page; null on the last.
    public let next: String?

    public init(
        readings: [ReadingResource],
        next: String?
    ) {
        self.readings = readings
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case readings
        case next
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(readings, forKey: .readings)
        try container.encode(next, forKey: .next)
    }
}

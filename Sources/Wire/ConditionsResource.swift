/// What the rules heed about a thing.
public struct ConditionsResource: Sendable, Hashable, Codable {
    /// Of locations: whether nothing more may be put there.
    public let closed: Bool
    /// Of locations: how many things may lie directly there.
    public let capacity: Int?
    /// Kinds of custodian who may have it; empty for all.
    public let roles: [String]
    /// Barcodes of locations within which it must stay; empty for all.
    public let rooms: [String]
    /// The class that its time of lending follows.
    public let series: String?

    public init(
        closed: Bool,
        capacity: Int?,
        roles: [String],
        rooms: [String],
        series: String?
    ) {
        self.closed = closed
        self.capacity = capacity
        self.roles = roles
        self.rooms = rooms
        self.series = series
    }

    private enum CodingKeys: String, CodingKey {
        case closed
        case capacity
        case roles
        case rooms
        case series
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(closed, forKey: .closed)
        try container.encode(capacity, forKey: .capacity)
        try container.encode(roles, forKey: .roles)
        try container.encode(rooms, forKey: .rooms)
        try container.encode(series, forKey: .series)
    }
}

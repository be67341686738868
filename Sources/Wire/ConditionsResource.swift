/// The conditions of a record that the rules enforce.
public struct ConditionsResource: Sendable, Hashable, Codable {
    /// For locations: whether it is closed to further items and containers.
    public let closed: Bool
    /// For locations: the maximum number of items and containers directly there.
    public let capacity: Int?
    /// The kinds of custodian who may have it; empty for all.
    public let roles: [String]
    /// Barcodes of the locations within which it must stay; empty for no restriction.
    public let rooms: [String]
    /// The series whose loan terms apply.
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

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(closed, forKey: .closed)
        try container.encode(capacity, forKey: .capacity)
        try container.encode(roles, forKey: .roles)
        try container.encode(rooms, forKey: .rooms)
        try container.encode(series, forKey: .series)
    }
}

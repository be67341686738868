/// The conditions of a record that the rules enforce.
public struct ConditionsResource: WireValue {
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
}

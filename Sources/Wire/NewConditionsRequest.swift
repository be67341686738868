/// A request to change the conditions of a record.
///
/// Absent members leave them unchanged.
public struct NewConditionsRequest: WireValue {
    /// For locations: whether it is closed to further items and containers.
    public let closed: Bool?
    /// For locations: the maximum number of items and containers directly there; -1 for no limit.
    public let capacity: Int?
    /// Refused: a seal needs an order; see `/v1/records/{barcode}/restriction`.
    public let sealed: Bool?
    /// The kinds of custodian who may have it; empty for all.
    public let roles: [String]?
    /// Barcodes of the locations within which it must stay; empty for no restriction.
    public let rooms: [String]?
    /// The series whose loan terms apply; empty for none.
    public let series: String?

    public init(
        closed: Bool? = nil,
        capacity: Int? = nil,
        sealed: Bool? = nil,
        roles: [String]? = nil,
        rooms: [String]? = nil,
        series: String? = nil
    ) {
        self.closed = closed
        self.capacity = capacity
        self.sealed = sealed
        self.roles = roles
        self.rooms = rooms
        self.series = series
    }
}

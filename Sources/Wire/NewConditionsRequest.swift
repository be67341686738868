/// What the rules are to heed about a thing from now on; what is absent stays.
public struct NewConditionsRequest: Sendable, Hashable, Codable {
    /// Of locations: whether nothing more may be put there.
    public let closed: Bool?
    /// Of locations: how many things may lie directly there; -1 for as many as fit.
    public let capacity: Int?
    /// Refused: a seal needs an order; see `/v1/records/{barcode}/restriction`.
    public let sealed: Bool?
    /// Kinds of custodian who may have it; empty for all.
    public let roles: [String]?
    /// Barcodes of locations within which it must stay; empty for all.
    public let rooms: [String]?
    /// The class that its time of lending follows; empty for none.
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

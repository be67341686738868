/// A request to move items and containers to one place, all or none.
public struct MoveRequest: WireValue {
    public let barcodes: [String]
    /// Barcode of a location, container or custodian; absent if `state` is given.
    public let to: String?
    /// `inTransit` or `disposed`; absent if `to` is given.
    public let state: String?
    /// The reason, in one line.
    public let reason: String?
    /// When the move took place, if it is recorded afterwards: RFC 3339, or a minute of the site's local time.
    ///
    /// It requires a reason.
    public let occurredAt: String?

    public init(
        barcodes: [String],
        to: String? = nil,
        state: String? = nil,
        reason: String? = nil,
        occurredAt: String? = nil
    ) {
        self.barcodes = barcodes
        self.to = to
        self.state = state
        self.reason = reason
        self.occurredAt = occurredAt
    }
}

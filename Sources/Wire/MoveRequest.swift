/// Things to move to one place, all or none.
public struct MoveRequest: Sendable, Hashable, Codable {
    public let barcodes: [String]
    /// Barcode of a location, container or custodian; absent when `state` is there.
    public let to: String?
    /// `inTransit` or `disposed`; absent when `to` is there.
    public let state: String?
    /// Why, in one line.
    public let reason: String?
    /// When it happened, if somebody states it afterwards: RFC 3339, or a minute by the clocks of the site; needs a reason.
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

/// The result of moving one item or container.
public struct MovementResource: WireValue {
    public let barcode: String
    /// The kind of the entry, or `already-there`.
    public let kind: String
    /// Barcode of its current place; null if it is in transit or disposed of.
    public let to: String?
    /// Number of the entry; null if it was there already.
    public let entry: Int64?
    /// The current placement.
    public let placement: PlacementResource
    /// When a past move took place: RFC 3339, UTC; null for a move that takes place now.
    public let occurredAt: String?
    /// The placement after a past move; null for a move that takes place now.
    public let then: PlacementResource?

    public init(
        barcode: String,
        kind: String,
        to: String?,
        entry: Int64?,
        placement: PlacementResource,
        occurredAt: String? = nil,
        then: PlacementResource? = nil
    ) {
        self.barcode = barcode
        self.kind = kind
        self.to = to
        self.entry = entry
        self.placement = placement
        self.occurredAt = occurredAt
        self.then = then
    }
}

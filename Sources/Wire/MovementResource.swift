/// What became of one thing that was to be moved.
public struct MovementResource: Sendable, Hashable, Codable {
    public let barcode: String
    /// The kind of the entry, or `already-there`.
    public let kind: String
    /// Barcode of where it is now; null when it is in transit or disposed of.
    public let to: String?
    /// Number of the entry; null when it was there already.
    public let entry: Int64?
    /// Where it is now.
    public let placement: PlacementResource
    /// When it was put there, as somebody stated afterwards: RFC 3339, UTC; null for a move that happens now.
    public let occurredAt: String?
    /// Where it was put then; null for a move that happens now.
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

    private enum CodingKeys: String, CodingKey {
        case barcode
        case kind
        case to
        case entry
        case placement
        case occurredAt
        case then
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(kind, forKey: .kind)
        try container.encode(to, forKey: .to)
        try container.encode(entry, forKey: .entry)
        try container.encode(placement, forKey: .placement)
        try container.encode(occurredAt, forKey: .occurredAt)
        try container.encode(then, forKey: .then)
    }
}

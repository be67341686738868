/// Where a record is.
public struct WhereaboutsResource: Sendable, Hashable, Codable {
    public let barcode: String
    /// `item`, `container`, `location` or `custodian`.
    public let type: String
    /// The kind, such as `box` or `folder`.
    public let kind: String
    public let title: String?
    public let placement: PlacementResource
    /// Barcode of the home location.
    public let home: String?
    /// When it came there: RFC 3339, UTC.
    public let since: String
    /// `direct` if it was scanned itself, `implied` if a container that holds it was moved later.
    public let seen: String
    /// Number of the entry that placed it there.
    public let entry: Int64
    /// When it was last scanned, named or counted itself: RFC 3339, UTC.
    public let lastSeen: String
    /// The due date: RFC 3339, UTC; null if it is not charged out or has no due date.
    public let due: String?

    public init(
        barcode: String,
        type: String,
        kind: String,
        title: String?,
        placement: PlacementResource,
        home: String?,
        since: String,
        seen: String,
        entry: Int64,
        lastSeen: String,
        due: String?
    ) {
        self.barcode = barcode
        self.type = type
        self.kind = kind
        self.title = title
        self.placement = placement
        self.home = home
        self.since = since
        self.seen = seen
        self.entry = entry
        self.lastSeen = lastSeen
        self.due = due
    }

    private enum CodingKeys: String, CodingKey {
        case barcode
        case type
        case kind
        case title
        case placement
        case home
        case since
        case seen
        case entry
        case lastSeen
        case due
    }

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(type, forKey: .type)
        try container.encode(kind, forKey: .kind)
        try container.encode(title, forKey: .title)
        try container.encode(placement, forKey: .placement)
        try container.encode(home, forKey: .home)
        try container.encode(since, forKey: .since)
        try container.encode(seen, forKey: .seen)
        try container.encode(entry, forKey: .entry)
        try container.encode(lastSeen, forKey: .lastSeen)
        try container.encode(due, forKey: .due)
    }
}

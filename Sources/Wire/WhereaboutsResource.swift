/// Where a record is.
public struct WhereaboutsResource: WireValue {
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
}

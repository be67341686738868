/// One item, container or location in a place.
public struct ContentsResource: WireValue {
    public let barcode: String
    /// `item`, `container`, `location` or `custodian`.
    public let type: String
    /// The kind, such as `box` or `folder`.
    public let kind: String
    public let title: String?
    /// When it was placed there: RFC 3339, UTC; null for a location within a location.
    public let since: String?
    /// `direct` or `implied`.
    public let seen: String
    /// The entry that placed it there; null for a location within a location.
    public let entry: Int64?
    /// When it was last scanned, named or counted itself: RFC 3339, UTC; null for a location within a location.
    public let lastSeen: String?

    public init(
        barcode: String,
        type: String,
        kind: String,
        title: String?,
        since: String?,
        seen: String,
        entry: Int64?,
        lastSeen: String?
    ) {
        self.barcode = barcode
        self.type = type
        self.kind = kind
        self.title = title
        self.since = since
        self.seen = seen
        self.entry = entry
        self.lastSeen = lastSeen
    }
}

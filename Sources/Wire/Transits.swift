extension API {
    /// Requests about entities in transit.
    public enum Transits {
        public static let late = Parameter(
            .query,
            "late",
            .boolean,
            "Only what is on its way for longer than is usual."
        )

        public static let list = Endpoint<Nothing, Page<TransitResource>>(
            "listTransits",
            .get,
            "/v1/transits",
            .reader,
            "List items in transit, longest first",
            parameters: [late, .limit, .cursor],
            work: .list
        )
    }
}

/// An item or container in transit.
public struct TransitResource: WireValue {
    /// The barcode of the item or container in transit.
    public let barcode: String
    /// The kind, such as `box` or `folder`.
    public let kind: String
    /// The title of the item or container; null if it has none.
    public let title: String?
    /// Barcode of the custodian who released it; null if it left a place.
    public let from: String?
    /// Barcode of the recipient; null if none was named.
    public let to: String?
    /// When it left: RFC 3339, UTC.
    public let since: String
    /// Whether the transit exceeds `transitHours`.
    public let late: Bool
    /// Number of the entry that sent it.
    public let entry: Int64

    public init(
        barcode: String,
        kind: String,
        title: String?,
        from: String?,
        to: String?,
        since: String,
        late: Bool,
        entry: Int64
    ) {
        self.barcode = barcode
        self.kind = kind
        self.title = title
        self.from = from
        self.to = to
        self.since = since
        self.late = late
        self.entry = entry
    }
}

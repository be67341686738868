extension API {
    /// Requests about placements, histories and contents.
    public enum Whereabouts {
        private static let barcodePath = Parameter(.path, "barcode", .barcode, "The barcode, percent-encoded.")
        public static let at = Parameter(
            .query,
            "at",
            .moment,
            "A moment in the past: RFC 3339, or the end of a day (2026-01-31) or minute by the clocks of the site."
        )
        public static let since = Parameter(
            .query,
            "since",
            .moment,
            "Nothing that happened before this moment: RFC 3339, or the beginning of a day or minute by the clocks of the site."
        )
        public static let until = Parameter(
            .query,
            "until",
            .moment,
            "Nothing that happened after this moment: RFC 3339, or the end of a day or minute by the clocks of the site."
        )

        public static let show = Endpoint<Nothing, WhereaboutsResource>(
            "showWhereabouts",
            .get,
            "/v1/where/{barcode}",
            .reader,
            "Show where an item is or was",
            parameters: [barcodePath, at],
            refusals: [422]
        )
        public static let history = Endpoint<Nothing, Page<EntryResource>>(
            "listHistory",
            .get,
            "/v1/history/{barcode}",
            .reader,
            "Show the history of an item, newest first",
            parameters: [barcodePath, .limit, .cursor, since, until],
            work: .list
        )
        public static let contents = Endpoint<Nothing, Page<ContentsResource>>(
            "listContents",
            .get,
            "/v1/contents/{barcode}",
            .reader,
            "List the direct contents of a location, container or custodian",
            parameters: [barcodePath, .limit, .cursor, at],
            work: .list,
            refusals: [422]
        )
    }
}

/// Where an entity is.
public struct WhereaboutsResource: WireValue {
    /// The primary barcode.
    public let barcode: String
    /// `item`, `container`, `location` or `custodian`.
    public let type: String
    /// The kind, such as `box` or `folder`.
    public let kind: String
    /// The title; null if there is none.
    public let title: String?
    /// The current placement.
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

    public static var members: [String: Schema] { ["type": .entityType, "seen": .sighting] }

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

/// The placement of an item or container.
public struct PlacementResource: WireValue {
    /// `location`, `container`, `custodian`, `inTransit`, `unknown` or `disposed`; `item` or `container` for a moved
    /// document.
    public let kind: String
    /// Barcode of the location, container or custodian.
    public let barcode: String?
    /// Names from the outermost place to the innermost.
    public let path: [String]

    public static var members: [String: Schema] {
        ["kind": .word(["location", "container", "custodian", "item", "inTransit", "unknown", "disposed"])]
    }

    public init(kind: String, barcode: String?, path: [String]) {
        self.kind = kind
        self.barcode = barcode
        self.path = path
    }
}

/// One item, container or location in a place.
public struct ContentsResource: WireValue {
    /// The barcode of the item or container.
    public let barcode: String
    /// `item`, `container`, `location` or `custodian`.
    public let type: String
    /// The kind, such as `box` or `folder`.
    public let kind: String
    /// The title of the item or container; null if it has none.
    public let title: String?
    /// When it was placed there: RFC 3339, UTC; null for a location within a location.
    public let since: String?
    /// `direct` or `implied`.
    public let seen: String
    /// The entry that placed it there; null for a location within a location.
    public let entry: Int64?
    /// When it was last scanned, named or counted itself: RFC 3339, UTC; null for a location within a location.
    public let lastSeen: String?

    public static var members: [String: Schema] { ["type": .entityType, "seen": .sighting] }

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

extension API {
    /// Requests about seals, restrictions and holds.
    public enum Orders {
        public static let kind = Parameter(
            .query,
            "kind",
            .word(["seal", "restriction", "hold"]),
            "Only these: `seal`, `restriction` or `hold`."
        )
        public static let order = Parameter(
            .query,
            "order",
            .line(example: "26-CR-9"),
            "Only what this order demands, as it was named."
        )

        public static let list = Endpoint<Nothing, Page<OrderResource>>(
            "listOrders",
            .get,
            "/v1/orders",
            .reader,
            "List seals, restrictions and holds in force, oldest first, with their orders",
            parameters: [kind, order, .limit, .cursor],
            work: .list
        )
    }
}

/// A seal, restriction or hold in force.
public struct OrderResource: WireValue {
    /// `seal`, `restriction` or `hold`.
    public let kind: String
    /// Number of the entry that placed it.
    public let entry: Int64
    /// The name of the order, as the court or agency gives it; null if none was recorded.
    public let order: String?
    /// The reason given; null if none was given.
    public let reason: String?
    /// When it was placed: RFC 3339, UTC.
    public let since: String
    /// The principal who placed it: `uid:N` or `custodian:N`.
    public let by: String
    /// Barcode of the entity on which it was placed, which may be a container that holds the requested one.
    public let barcode: String
    /// The kind of that record, such as `box` or `folder`.
    public let thing: String
    /// The title of the entity; null if it has none.
    public let title: String?

    public static var members: [String: Schema] { ["kind": .word(["seal", "restriction", "hold"])] }

    public init(
        kind: String,
        entry: Int64,
        order: String?,
        reason: String?,
        since: String,
        by: String,
        barcode: String,
        thing: String,
        title: String?
    ) {
        self.kind = kind
        self.entry = entry
        self.order = order
        self.reason = reason
        self.since = since
        self.by = by
        self.barcode = barcode
        self.thing = thing
        self.title = title
    }
}

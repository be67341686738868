/// A record: an item, container, location or custodian.
public struct RecordResource: WireValue {
    public let barcode: String
    /// `item`, `container`, `location` or `custodian`.
    public let type: String
    /// The kind, such as `box` or `folder`.
    public let kind: String
    /// The title, or the name of a location or custodian.
    public let title: String?
    /// Barcode of the home location.
    public let home: String?
    /// Barcode of the location that contains a location.
    public let parent: String?
    /// The conditions; null if there are none.
    public let conditions: ConditionsResource?
    /// The seals, restrictions and holds that apply, including those of enclosing containers; null in a list.
    public let orders: [OrderResource]?
    /// Number of the entry that the request wrote about it; null if it wrote none, for example because nothing changed.
    public let entry: Int64?

    public init(
        barcode: String,
        type: String,
        kind: String,
        title: String?,
        home: String?,
        parent: String?,
        conditions: ConditionsResource? = nil,
        orders: [OrderResource]? = nil,
        entry: Int64? = nil
    ) {
        self.barcode = barcode
        self.type = type
        self.kind = kind
        self.title = title
        self.home = home
        self.parent = parent
        self.conditions = conditions
        self.orders = orders
        self.entry = entry
    }
}

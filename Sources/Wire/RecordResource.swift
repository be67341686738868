/// A thing as the socket shows it.
public struct RecordResource: Sendable, Hashable, Codable {
    public let barcode: String
    /// `item`, `container`, `location` or `custodian`.
    public let type: String
    /// A finer word, such as `box` or `folder`.
    public let kind: String
    /// Title, or name of a location or custodian.
    public let title: String?
    /// Barcode of the place where it belongs.
    public let home: String?
    /// Barcode of the location around a location.
    public let parent: String?
    /// What the rules heed about it; null when nothing special.
    public let conditions: ConditionsResource?
    /// The seals, restrictions and holds that bind it, its own and those of containers around it; null in a list.
    public let orders: [OrderResource]?
    /// Number of the entry that the request wrote about it; null when it wrote none, as when nothing was different.
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

    private enum CodingKeys: String, CodingKey {
        case barcode
        case type
        case kind
        case title
        case home
        case parent
        case conditions
        case orders
        case entry
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(type, forKey: .type)
        try container.encode(kind, forKey: .kind)
        try container.encode(title, forKey: .title)
        try container.encode(home, forKey: .home)
        try container.encode(parent, forKey: .parent)
        try container.encode(conditions, forKey: .conditions)
        try container.encode(orders, forKey: .orders)
        try container.encode(entry, forKey: .entry)
    }
}

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

    public init(
        barcode: String,
        type: String,
        kind: String,
        title: String?,
        home: String?,
        parent: String?,
        conditions: ConditionsResource? = nil
    ) {
        self.barcode = barcode
        self.type = type
        self.kind = kind
        self.title = title
        self.home = home
        self.parent = parent
        self.conditions = conditions
    }

    private enum CodingKeys: String, CodingKey {
        case barcode
        case type
        case kind
        case title
        case home
        case parent
        case conditions
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
    }
}

/// A supply and what is left of it.
public struct SupplyResource: Sendable, Hashable, Codable {
    /// Its name.
    public let supply: String
    /// What is counted.
    public let unit: String
    /// Units left, fewer than 0 when more was used than anybody said was there; null when nobody said anything.
    public let left: Int?
    /// So many left are few.
    public let reorderAt: Int
    /// Whether it is time to order.
    public let isLow: Bool
    /// How many labels or things one unit serves.
    public let uses: Int
    /// What uses it up: `template:…`, `printer:…`, `kind:…`.
    public let usedBy: [String]
    /// When somebody last said something of it: RFC 3339, UTC.
    public let declaredAt: String?

    public init(
        supply: String,
        unit: String,
        left: Int?,
        reorderAt: Int,
        isLow: Bool,
        uses: Int,
        usedBy: [String],
        declaredAt: String?
    ) {
        self.supply = supply
        self.unit = unit
        self.left = left
        self.reorderAt = reorderAt
        self.isLow = isLow
        self.uses = uses
        self.usedBy = usedBy
        self.declaredAt = declaredAt
    }

    private enum CodingKeys: String, CodingKey {
        case supply
        case unit
        case left
        case reorderAt
        case isLow
        case uses
        case usedBy
        case declaredAt
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(supply, forKey: .supply)
        try container.encode(unit, forKey: .unit)
        try container.encode(left, forKey: .left)
        try container.encode(reorderAt, forKey: .reorderAt)
        try container.encode(isLow, forKey: .isLow)
        try container.encode(uses, forKey: .uses)
        try container.encode(usedBy, forKey: .usedBy)
        try container.encode(declaredAt, forKey: .declaredAt)
    }
}

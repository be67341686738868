/// A seal, restriction or hold in force.
public struct OrderResource: Sendable, Hashable, Codable {
    /// `seal`, `restriction` or `hold`.
    public let kind: String
    /// Number of the entry that placed it.
    public let entry: Int64
    /// The name of the order, as the court or agency gives it; null if none was recorded.
    public let order: String?
    public let reason: String?
    /// When it was placed: RFC 3339, UTC.
    public let since: String
    /// The principal who placed it: `uid:N` or `custodian:N`.
    public let by: String
    /// Barcode of the record on which it was placed, which may be a container that holds the requested one.
    public let barcode: String
    /// The kind of that record, such as `box` or `folder`.
    public let thing: String
    public let title: String?

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

    private enum CodingKeys: String, CodingKey {
        case kind
        case entry
        case order
        case reason
        case since
        case by
        case barcode
        case thing
        case title
    }

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(entry, forKey: .entry)
        try container.encode(order, forKey: .order)
        try container.encode(reason, forKey: .reason)
        try container.encode(since, forKey: .since)
        try container.encode(by, forKey: .by)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(thing, forKey: .thing)
        try container.encode(title, forKey: .title)
    }
}

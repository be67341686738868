/// A seal, a restriction or a hold that stands.
public struct OrderResource: Sendable, Hashable, Codable {
    /// `seal`, `restriction` or `hold`.
    public let kind: String
    /// Number of the entry that placed it.
    public let entry: Int64
    /// The order that demands it, as its court or agency calls it; null when none was recorded.
    public let order: String?
    public let reason: String?
    /// When it was placed: RFC 3339, UTC.
    public let since: String
    /// Who placed it: `uid:N` or `custodian:N`.
    public let by: String
    /// The thing that it was placed on, which may be a container around the thing that is shown.
    public let barcode: String
    /// Its kind, such as `box` or `folder`.
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

    /// Writes every member, absent ones as null: what is documented is always there.
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

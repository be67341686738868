/// What became of one thing that was to be moved.
public struct MovementResource: Sendable, Hashable, Codable {
    public let barcode: String
    /// The kind of the entry, or `already-there`.
    public let kind: String
    /// Barcode of where it is now; null when it is in transit or disposed of.
    public let to: String?
    /// Number of the entry; null when it was there already.
    public let entry: Int64?

    public init(
        barcode: String,
        kind: String,
        to: String?,
        entry: Int64?
    ) {
        self.barcode = barcode
        self.kind = kind
        self.to = to
        self.entry = entry
    }

    private enum CodingKeys: String, CodingKey {
        case barcode
        case kind
        case to
        case entry
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(kind, forKey: .kind)
        try container.encode(to, forKey: .to)
        try container.encode(entry, forKey: .entry)
    }
}

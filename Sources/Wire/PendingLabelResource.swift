/// A label that was printed and not scanned since.
public struct PendingLabelResource: Sendable, Hashable, Codable {
    public let barcode: String
    public let type: String
    public let kind: String
    public let title: String?
    /// When it was printed: RFC 3339, UTC.
    public let printedAt: String
    /// The number of seconds since then.
    public let age: Int
    /// Number of the entry that recorded the printing.
    public let entry: Int64

    public init(
        barcode: String,
        type: String,
        kind: String,
        title: String?,
        printedAt: String,
        age: Int,
        entry: Int64
    ) {
        self.barcode = barcode
        self.type = type
        self.kind = kind
        self.title = title
        self.printedAt = printedAt
        self.age = age
        self.entry = entry
    }

    private enum CodingKeys: String, CodingKey {
        case barcode
        case type
        case kind
        case title
        case printedAt
        case age
        case entry
    }

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(type, forKey: .type)
        try container.encode(kind, forKey: .kind)
        try container.encode(title, forKey: .title)
        try container.encode(printedAt, forKey: .printedAt)
        try container.encode(age, forKey: .age)
        try container.encode(entry, forKey: .entry)
    }
}

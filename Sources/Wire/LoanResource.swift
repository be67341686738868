/// A thing that is charged out.
public struct LoanResource: Sendable, Hashable, Codable {
    public let barcode: String
    /// A finer word, such as `box` or `folder`.
    public let kind: String
    public let title: String?
    /// Barcode of who has it; null when the caller may not know of them.
    public let custodian: String?
    public let custodianName: String
    /// When it was charged out: RFC 3339, UTC.
    public let since: String
    /// When it must be back; null for no day.
    public let due: String?
    /// Whether that is over.
    public let overdue: Bool
    /// How often it was renewed.
    public let renewals: Int
    /// Number of the entry that charged it out.
    public let entry: Int64

    public init(
        barcode: String,
        kind: String,
        title: String?,
        custodian: String?,
        custodianName: String,
        since: String,
        due: String?,
        overdue: Bool,
        renewals: Int,
        entry: Int64
    ) {
        self.barcode = barcode
        self.kind = kind
        self.title = title
        self.custodian = custodian
        self.custodianName = custodianName
        self.since = since
        self.due = due
        self.overdue = overdue
        self.renewals = renewals
        self.entry = entry
    }

    private enum CodingKeys: String, CodingKey {
        case barcode
        case kind
        case title
        case custodian
        case custodianName
        case since
        case due
        case overdue
        case renewals
        case entry
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(kind, forKey: .kind)
        try container.encode(title, forKey: .title)
        try container.encode(custodian, forKey: .custodian)
        try container.encode(custodianName, forKey: .custodianName)
        try container.encode(since, forKey: .since)
        try container.encode(due, forKey: .due)
        try container.encode(overdue, forKey: .overdue)
        try container.encode(renewals, forKey: .renewals)
        try container.encode(entry, forKey: .entry)
    }
}

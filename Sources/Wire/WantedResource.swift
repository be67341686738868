/// A thing on a pull list.
public struct WantedResource: Sendable, Hashable, Codable {
    public let barcode: String
    /// A finer word, such as `box` or `folder`.
    public let kind: String
    public let title: String?
    /// `wanted`, `pulled` or `not-found`.
    public let state: String
    /// Where it is now: names from the outermost place to the innermost.
    public let path: [String]
    /// Where it belongs, in the same order, when where it is now is not known; empty otherwise.
    public let home: [String]
    /// Barcode of who wants it; null when it only comes to the station.
    public let recipient: String?
    public let recipientName: String?
    /// When it is needed: RFC 3339, UTC; null for no day.
    public let due: String?
    /// Why, in the words of whoever listed it.
    public let reason: String?
    /// Number of the entry that put it on the list.
    public let entry: Int64
    /// Number of the transfer by which it left; null when it did not.
    public let pulledBy: Int64?

    public init(
        barcode: String,
        kind: String,
        title: String?,
        state: String,
        path: [String],
        home: [String],
        recipient: String?,
        recipientName: String?,
        due: String?,
        reason: String?,
        entry: Int64,
        pulledBy: Int64?
    ) {
        self.barcode = barcode
        self.kind = kind
        self.title = title
        self.state = state
        self.path = path
        self.home = home
        self.recipient = recipient
        self.recipientName = recipientName
        self.due = due
        self.reason = reason
        self.entry = entry
        self.pulledBy = pulledBy
    }

    private enum CodingKeys: String, CodingKey {
        case barcode
        case kind
        case title
        case state
        case path
        case home
        case recipient
        case recipientName
        case due
        case reason
        case entry
        case pulledBy
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(kind, forKey: .kind)
        try container.encode(title, forKey: .title)
        try container.encode(state, forKey: .state)
        try container.encode(path, forKey: .path)
        try container.encode(home, forKey: .home)
        try container.encode(recipient, forKey: .recipient)
        try container.encode(recipientName, forKey: .recipientName)
        try container.encode(due, forKey: .due)
        try container.encode(reason, forKey: .reason)
        try container.encode(entry, forKey: .entry)
        try container.encode(pulledBy, forKey: .pulledBy)
    }
}

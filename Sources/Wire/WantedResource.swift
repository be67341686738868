/// A line of a pull list.
public struct WantedResource: Sendable, Hashable, Codable {
    public let barcode: String
    /// The kind, such as `box` or `folder`.
    public let kind: String
    public let title: String?
    /// `wanted`, `pulled` or `not-found`.
    public let state: String
    /// The current place: names from the outermost place to the innermost.
    public let path: [String]
    /// The home location, in the same order, if the current place is unknown; empty otherwise.
    public let home: [String]
    /// Barcode of the recipient; null if it only comes to the station.
    public let recipient: String?
    public let recipientName: String?
    /// When it is needed: RFC 3339, UTC; null for no date.
    public let due: String?
    /// The reason, as the user stated it.
    public let reason: String?
    /// Number of the entry that added it to the list.
    public let entry: Int64
    /// Number of the transfer that sent it; null if there is none.
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

    /// Encodes every member, absent ones as null, so that each documented member is always present.
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

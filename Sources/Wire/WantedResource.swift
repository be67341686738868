/// A line of a pull list.
public struct WantedResource: WireValue {
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
}

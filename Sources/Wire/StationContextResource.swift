/// What a station has open: what is scanned next goes there.
public struct StationContextResource: Sendable, Hashable, Codable {
    /// `closed`, `here` (put at this location), `into` (filed into this container), `with` (charged out to this
    /// person), `handing` (from one person to this one), `transit` (sent on its way), `counting` (compared with what
    /// the log says is in this place), or `pulling` (sent to who wants it, when it is on this pull list).
    public let state: String
    /// Of the open place, container, person or pull list; null when nothing is open or things go on their way to nobody.
    public let barcode: String?
    /// What people call it, with the places around it, innermost first.
    public let name: String?
    /// Barcode of the person that hands over.
    public let giver: String?
    /// Name of the person that hands over.
    public let giverName: String?
    /// When it was opened: RFC 3339, UTC; null when nothing is open.
    public let since: String?
    /// When it closes by itself unless something is scanned: RFC 3339, UTC.
    public let expires: String?
    /// While counting: how many of the expected things were scanned; while pulling: how many were pulled.
    public let counted: Int?
    /// While counting: how many things the log expects there; while pulling: how many are on the list.
    public let expected: Int?

    public init(
        state: String,
        barcode: String?,
        name: String?,
        giver: String?,
        giverName: String?,
        since: String?,
        expires: String?,
        counted: Int?,
        expected: Int?
    ) {
        self.state = state
        self.barcode = barcode
        self.name = name
        self.giver = giver
        self.giverName = giverName
        self.since = since
        self.expires = expires
        self.counted = counted
        self.expected = expected
    }

    private enum CodingKeys: String, CodingKey {
        case state
        case barcode
        case name
        case giver
        case giverName
        case since
        case expires
        case counted
        case expected
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(state, forKey: .state)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(name, forKey: .name)
        try container.encode(giver, forKey: .giver)
        try container.encode(giverName, forKey: .giverName)
        try container.encode(since, forKey: .since)
        try container.encode(expires, forKey: .expires)
        try container.encode(counted, forKey: .counted)
        try container.encode(expected, forKey: .expected)
    }
}

/// A list of things to fetch, and how far it is.
public struct PullListResource: Sendable, Hashable, Codable {
    /// The barcode that opens it at a station.
    public let barcode: String
    /// `open` (something is still wanted), `done` or `cancelled`.
    public let state: String
    /// When it was made: RFC 3339, UTC.
    public let madeAt: String
    /// How many things nobody fetched yet.
    public let wanted: Int
    /// How many left for who wants them.
    public let pulled: Int
    /// How many were not where they should be.
    public let notFound: Int

    public init(
        barcode: String,
        state: String,
        madeAt: String,
        wanted: Int,
        pulled: Int,
        notFound: Int
    ) {
        self.barcode = barcode
        self.state = state
        self.madeAt = madeAt
        self.wanted = wanted
        self.pulled = pulled
        self.notFound = notFound
    }

    private enum CodingKeys: String, CodingKey {
        case barcode
        case state
        case madeAt
        case wanted
        case pulled
        case notFound
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(state, forKey: .state)
        try container.encode(madeAt, forKey: .madeAt)
        try container.encode(wanted, forKey: .wanted)
        try container.encode(pulled, forKey: .pulled)
        try container.encode(notFound, forKey: .notFound)
    }
}

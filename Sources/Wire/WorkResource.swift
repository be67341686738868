/// Something that the daemon has worked on for a while.
public struct WorkResource: Sendable, Hashable, Codable {
    /// What it is, such as `text of document 12`; no name of a file is in it.
    public let what: String
    /// Since when, RFC 3339, UTC.
    public let since: String
    /// The page that is being worked on; null where there are none.
    public let page: Int?
    /// How many pages there are; null when that is not known.
    public let pages: Int?

    public init(what: String, since: String, page: Int?, pages: Int?) {
        self.what = what
        self.since = since
        self.page = page
        self.pages = pages
    }

    private enum CodingKeys: String, CodingKey {
        case what
        case since
        case page
        case pages
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(what, forKey: .what)
        try container.encode(since, forKey: .since)
        try container.encode(page, forKey: .page)
        try container.encode(pages, forKey: .pages)
    }
}

/// A thing by its barcode, a title, or a page of a document, with the words that were looked for.
public struct SearchHitResource: Sendable, Hashable, Codable {
    /// Of the thing with the title or the document.
    public let barcode: String
    public let title: String?
    /// Where the words are: `barcode`, `title` or `page`; others may follow.
    public let foundIn: String
    /// The entry that attached the document, which is its number; null unless the words are on a page.
    public let entry: Int64?
    /// The page of the document's file, from 1; null unless the words are on a page.
    public let page: Int?
    /// The text around the words, on one line; of a barcode, the one that was looked for.
    public let snippet: String

    public init(
        barcode: String,
        title: String?,
        foundIn: String,
        entry: Int64?,
        page: Int?,
        snippet: String
    ) {
        self.barcode = barcode
        self.title = title
        self.foundIn = foundIn
        self.entry = entry
        self.page = page
        self.snippet = snippet
    }

    private enum CodingKeys: String, CodingKey {
        case barcode
        case title
        case foundIn
        case entry
        case page
        case snippet
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(title, forKey: .title)
        try container.encode(foundIn, forKey: .foundIn)
        try container.encode(entry, forKey: .entry)
        try container.encode(page, forKey: .page)
        try container.encode(snippet, forKey: .snippet)
    }
}

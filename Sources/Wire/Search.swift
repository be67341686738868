extension API {
    /// Requests about searches.
    public enum Search {
        public static let q = Parameter(
            .query,
            "q",
            .text(lengths: 1...256, example: "smith 2019"),
            """
            Up to 16 words, 256 bytes, percent-encoded; a text is found if it has all of them, whatever \
            their case and accents. The record whose barcode they are comes first.
            """,
            isRequired: true
        )

        public static let find = Endpoint<Nothing, Page<SearchHitResource>>(
            "search",
            .get,
            "/v1/search",
            .reader,
            "Search barcodes, titles and the text of documents, newest first",
            parameters: [q, .limit, .cursor],
            work: .search
        )
    }
}

/// A search result: an entity found by its barcode or title, or a page of a document.
public struct SearchHitResource: WireValue {
    /// Barcode of the entity, or of the entity that has the document.
    public let barcode: String
    /// The title; null if the entity has none.
    public let title: String?
    /// Where the words were found: `barcode`, `title` or `page`; later versions may add others.
    public let foundIn: String
    /// The number of the document, which is that of the entry that attached it; null unless the words are on a page.
    public let entry: Int64?
    /// The page of the document's file, from 1; null unless the words are on a page.
    public let page: Int?
    /// The text around the words, in one line; for a barcode, the barcode that was searched for.
    public let snippet: String

    public init(barcode: String, title: String?, foundIn: String, entry: Int64?, page: Int?, snippet: String) {
        self.barcode = barcode
        self.title = title
        self.foundIn = foundIn
        self.entry = entry
        self.page = page
        self.snippet = snippet
    }
}

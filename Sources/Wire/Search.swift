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

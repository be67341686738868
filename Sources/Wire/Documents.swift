extension API {
    /// Requests about documents.
    public enum Documents {
        public static let of = Parameter(
            .query,
            "of",
            .barcode,
            "The barcode of a thing, percent-encoded; documents of all things when absent."
        )
        private static let entryPath = Parameter(.path, "entry", .ordinal, "The number of the entry that attached it.")

        public static let list = Endpoint<Nothing, Page<DocumentResource>>(
            "listDocuments",
            .get,
            "/v1/documents",
            .reader,
            "List scanned documents, in the order of the log",
            parameters: [of, .limit, .cursor],
            work: .list,
            refusals: [404]
        )
        public static let show = Endpoint<Nothing, DocumentResource>(
            "showDocument",
            .get,
            "/v1/documents/{entry}",
            .reader,
            "Show a scanned document",
            parameters: [entryPath]
        )
        public static let content = Endpoint<Nothing, Bytes>(
            "readDocument",
            .get,
            "/v1/documents/{entry}/content",
            .reader,
            "Fetch the file as it was scanned, or the part of it that a Range header names",
            parameters: [entryPath],
            mediaTypes: ["application/pdf", "image/tiff", "image/jpeg", "image/png", "image/webp", "image/heif"],
            refusals: [416]
        )
        public static let move = Endpoint<DocumentMoveRequest, DocumentResource>(
            "moveDocument",
            .post,
            "/v1/documents/{entry}/moves",
            .supervisor,
            "Move a document to another item or container",
            details: """
                The document keeps its number. The histories of both records contain the entry, which a correction \
                can reverse.
                """,
            parameters: [entryPath],
            isCreation: true,
            refusals: [422]
        )
        public static let verify = Endpoint<Nothing, DocumentCheckResource>(
            "verifyDocument",
            .get,
            "/v1/documents/{entry}/verification",
            .reader,
            "Compare a stored document with the log",
            parameters: [entryPath],
            work: .file
        )
    }
}

extension API {
    /// Requests about the files of documents, for backups.
    public enum DocumentFiles {
        private static let sha256Path = Parameter(
            .path,
            "sha256",
            .text(
                pattern: "^[0-9a-f]{64}$",
                example: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
            ),
            "The name of the file: its SHA-256 as 64 hexadecimal digits."
        )
        private static let storedPath = Parameter(
            .path,
            "sha256",
            .text(
                pattern: "^[0-9a-f]{64}$",
                example: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
            ),
            "The SHA-256 of the body, which the log must know."
        )

        public static let list = Endpoint<Nothing, Page<DocumentFileResource>>(
            "listDocumentFiles",
            .get,
            "/v1/document-files",
            .administrator,
            "List the stored files that the log has pages of, in the order of their names",
            parameters: [.limit, .cursor],
            work: .list
        )
        public static let read = Endpoint<Nothing, Bytes>(
            "readDocumentFile",
            .get,
            "/v1/document-files/{sha256}",
            .administrator,
            "Fetch a stored file, or the part of it that a Range header names, for a backup",
            parameters: [sha256Path],
            mediaTypes: ["application/octet-stream"],
            refusals: [416]
        )
        public static let store = Endpoint<Bytes, Nothing>(
            "storeDocumentFile",
            .put,
            "/v1/document-files/{sha256}",
            .administrator,
            "Bring a stored file back from a backup",
            parameters: [storedPath],
            patience: .print
        )
    }
}

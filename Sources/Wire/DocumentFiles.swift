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

/// A stored file with pages that belong to documents.
public struct DocumentFileResource: WireValue {
    /// The hexadecimal SHA-256 hash, which is also its name.
    public let sha256: String
    /// The length in bytes; null if it is not in the store.
    public let bytes: Int64?

    public init(sha256: String, bytes: Int64?) {
        self.sha256 = sha256
        self.bytes = bytes
    }
}

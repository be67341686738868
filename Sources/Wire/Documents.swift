extension API {
    /// Requests about documents.
    public enum Documents {
        /// The barcode of the item or container whose documents to list.
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

/// A document: pages of a scanned file that belong to an item or container.
public struct DocumentResource: WireValue {
    /// Number of the entry that attached the document, which is also the document's number.
    public let entry: Int64
    /// Barcode of the item or container.
    public let barcode: String
    /// Title of the item or container.
    public let title: String?
    /// The hash of the whole file as it was scanned, hexadecimal.
    public let sha256: String
    /// The length of the whole file in bytes.
    public let bytes: Int64
    /// The media type, such as `application/pdf`.
    public let mediaType: String
    /// The first page of the document in the file, from 1; a cover sheet is a page.
    public let firstPage: Int
    /// The number of pages.
    public let pages: Int
    /// When the file was written: RFC 3339, UTC.
    public let scannedAt: String
    /// When it was filed: RFC 3339, UTC.
    public let filedAt: String
    /// The principal who scanned it: the owner of the file.
    public let principal: String
    /// The copier.
    public let device: String?
    /// The correction that voided it.
    public let voidedBy: Int64?
    /// The newest entry that moved it here; null if it was filed here or if its origin is concealed.
    public let movedBy: Int64?

    public init(
        entry: Int64,
        barcode: String,
        title: String?,
        sha256: String,
        bytes: Int64,
        mediaType: String,
        firstPage: Int,
        pages: Int,
        scannedAt: String,
        filedAt: String,
        principal: String,
        device: String?,
        voidedBy: Int64?,
        movedBy: Int64? = nil
    ) {
        self.entry = entry
        self.barcode = barcode
        self.title = title
        self.sha256 = sha256
        self.bytes = bytes
        self.mediaType = mediaType
        self.firstPage = firstPage
        self.pages = pages
        self.scannedAt = scannedAt
        self.filedAt = filedAt
        self.principal = principal
        self.device = device
        self.voidedBy = voidedBy
        self.movedBy = movedBy
    }
}

/// A request to move a document to another item or container.
public struct DocumentMoveRequest: WireValue {
    /// Barcode of the item or container.
    public let to: String
    /// The reason, in one line.
    public let reason: String

    public static var members: [String: Schema] { ["to": .barcode, "reason": .reason] }

    public init(to: String, reason: String) {
        self.to = to
        self.reason = reason
    }
}

/// The result of verifying a stored document.
public struct DocumentCheckResource: WireValue {
    /// The entry that recorded the document.
    public let entry: Int64
    /// The file's hash according to the log, hexadecimal.
    public let sha256: String
    /// Whether the file exists with this length and this hash.
    public let isSound: Bool
    /// What is wrong with the file.
    public let problem: String?

    public init(entry: Int64, sha256: String, isSound: Bool, problem: String?) {
        self.entry = entry
        self.sha256 = sha256
        self.isSound = isSound
        self.problem = problem
    }
}

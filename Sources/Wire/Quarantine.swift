extension API {
    /// Requests about files that await a decision.
    public enum Quarantine {
        public static let list = Endpoint<Nothing, Page<QuarantinedFileResource>>(
            "listQuarantine",
            .get,
            "/v1/quarantine",
            .clerk,
            "List quarantined files",
            parameters: [.limit, .cursor],
            work: .file
        )
        public static let assign = Endpoint<AssignmentRequest, AssignmentResource>(
            "assignFile",
            .post,
            "/v1/quarantine/assignments",
            .clerk,
            "Assign a quarantined file to an item or container",
            details: """
                Decodes the file first, which may take minutes. The same file is not filed twice if the request is \
                repeated.
                """,
            patience: .print,
            isCreation: true,
            refusals: [404, 422]
        )
    }
}

/// A scanned file that could not be filed.
public struct QuarantinedFileResource: WireValue {
    /// The identifier for a request to file it.
    ///
    /// It changes when the file is changed or replaced.
    public let id: String?
    /// The copier that it came from.
    public let device: String
    /// The path of the file.
    public let path: String
    /// Why it could not be filed.
    public let reason: String
    /// The length in bytes.
    public let bytes: Int64
    /// When it was quarantined: RFC 3339, UTC.
    public let since: String

    public init(id: String?, device: String, path: String, reason: String, bytes: Int64, since: String) {
        self.id = id
        self.device = device
        self.path = path
        self.reason = reason
        self.bytes = bytes
        self.since = since
    }
}

/// A request to file a quarantined file to an item or container.
public struct AssignmentRequest: WireValue {
    /// The file's `id` or `path`, as in the list of the quarantine.
    public let file: String
    /// Barcode of the item or container.
    public let to: String
    /// Whether all pages go there, whatever barcodes they bear; otherwise the file is processed as if a cover sheet of
    /// the item or container lay on top.
    public let whole: Bool?
    /// The number of pages, if they cannot be counted.
    ///
    /// The file is not decoded then, and all pages go there.
    public let pages: Int?

    public static var members: [String: Schema] {
        [
            "file": .text(lengths: 1...Int.max, example: "copier/scan-0001.pdf"),
            "to": .barcode,
            "pages": .integer(1...100_000, example: 12),
        ]
    }

    public init(file: String, to: String, whole: Bool? = nil, pages: Int? = nil) {
        self.file = file
        self.to = to
        self.whole = whole
        self.pages = pages
    }
}

/// The result of filing a quarantined file.
public struct AssignmentResource: WireValue {
    /// The documents created from its pages, in page order.
    public let documents: [DocumentResource]

    public init(documents: [DocumentResource]) { self.documents = documents }
}

/// A problem with a drop folder that prevents scans from being filed.
public struct FolderTroubleResource: WireValue {
    /// The copier that uses the folder.
    public let device: String
    /// The path of the folder.
    public let folder: String
    /// A stable word for the problem, such as `unavailable`, `waiting` or `subfolders`.
    public let kind: String
    /// `failed` if nothing is filed, `warning` if some files are not, `notice` for information only.
    public let state: String
    /// The problem, in one line, without file names.
    public let message: String
    /// The remedy.
    public let remedy: String
    /// When it began: RFC 3339, UTC.
    public let since: String
    /// The number of files or folders; 0 if the problem is the drop folder itself.
    public let count: Int
    /// Whether `count` is exact; otherwise it is a minimum.
    public let complete: Bool
    /// The first names, at most five, with unprintable characters escaped; empty for callers who may not see them.
    public let names: [String]

    public static var members: [String: Schema] { ["state": .word(["failed", "warning", "notice"])] }

    public init(
        device: String,
        folder: String,
        kind: String,
        state: String,
        message: String,
        remedy: String,
        since: String,
        count: Int,
        complete: Bool,
        names: [String]
    ) {
        self.device = device
        self.folder = folder
        self.kind = kind
        self.state = state
        self.message = message
        self.remedy = remedy
        self.since = since
        self.count = count
        self.complete = complete
        self.names = names
    }
}

extension API {
    /// Requests about the log, its proofs and its tables.
    public enum Log {
        private static let bundlePath = Parameter(
            .path,
            "tile",
            .text(example: "0/000"),
            "The rest of the path after tile/entries/, such as 000 or x001/234.p/17."
        )
        private static let tilePath = Parameter(
            .path,
            "tile",
            .text(example: "0/000"),
            "The rest of the path after tile/, such as 0/000 or 1/x001/234.p/17."
        )
        private static let entryPath = Parameter(.path, "entry", .ordinal, "The number of the entry.")

        public static let entryTile = Endpoint<Nothing, Bytes>(
            "readEntryTile",
            .get,
            "/v1/log/tile/entries/{tile}",
            .auditor,
            "An entry bundle, as in C2SP tlog-tiles; it names concealed items",
            parameters: [bundlePath],
            work: .search,
            mediaTypes: ["application/octet-stream"]
        )
        public static let checkpoint = Endpoint<Nothing, Bytes>(
            "readCheckpoint",
            .get,
            "/v1/log/checkpoint",
            .reader,
            "The present checkpoint, in the format of C2SP",
            mediaTypes: ["text/plain"]
        )
        public static let printCheckpoint = Endpoint<CheckpointPrintRequest, LabelPrintResponse>(
            "printCheckpoint",
            .post,
            "/v1/log/checkpoint/prints",
            .clerk,
            "Print the present checkpoint",
            repetition: .byResponse(remains: "the printer"),
            patience: .print,
            refusals: [404, 409, 422, 502]
        )
        public static let tile = Endpoint<Nothing, Bytes>(
            "readTile",
            .get,
            "/v1/log/tile/{tile}",
            .auditor,
            "A tile of the tree, as in C2SP tlog-tiles",
            parameters: [tilePath],
            work: .search,
            mediaTypes: ["application/octet-stream"]
        )
        public static let proveEntry = Endpoint<Nothing, Bytes>(
            "proveEntry",
            .get,
            "/v1/log/proofs/{entry}",
            .reader,
            "Prove one entry to an outsider",
            parameters: [entryPath],
            work: .search,
            mediaTypes: ["application/json; charset=utf-8"],
            refusals: [422]
        )
        public static let proveConsistency = Endpoint<Bytes, Bytes>(
            "proveConsistency",
            .post,
            "/v1/log/consistency",
            .reader,
            "Prove that the log of an earlier checkpoint only grew; the body is that checkpoint",
            work: .search,
            repetition: .always,
            mediaTypes: ["application/json; charset=utf-8"],
            refusals: [409]
        )
        public static let verify = Endpoint<Nothing, VerificationResource>(
            "verifyLog",
            .get,
            "/v1/log/verification",
            .reader,
            "Verify the whole log",
            parameters: [.progress],
            patience: .wholeLog
        )
        public static let rebuild = Endpoint<Nothing, Nothing>(
            "rebuildTables",
            .post,
            "/v1/log/rebuild",
            .administrator,
            "Rebuild the derived tables",
            details: "The tables depend on the entries alone, so that a second time they are the same.",
            parameters: [.progress],
            repetition: .always,
            patience: .wholeLog
        )
    }
}

/// An entry of the log, with the current names of its entities.
public struct EntryResource: WireValue {
    /// The number of the entry.
    public let entry: Int64
    /// The kind of the entry, in the past tense.
    public let kind: String
    /// Barcode of the entity that it is about.
    public let barcode: String?
    /// The origin of a transfer or of a moved document; null for other entries.
    public let from: PlacementResource?
    /// The destination of a transfer or of a moved document; null for other entries.
    public let to: PlacementResource?
    /// When it happened: RFC 3339, UTC.
    public let occurredAt: String
    /// When the daemon wrote it: RFC 3339, UTC.
    public let recordedAt: String
    /// The principal: `uid:N`, `custodian:N` or `daemon`.
    public let principal: String
    /// The station at which it was scanned; null if it was not scanned.
    public let station: String?
    /// The scanner that read it; null if it was not scanned.
    public let scanner: String?
    /// Number of the reading that led to it.
    public let reading: Int64?
    /// The reason given; null if none was given or it was expunged.
    public let reason: String?
    /// The name of the order, as the court or agency gives it.
    public let order: String?
    /// A remark, such as that a seal was set without an order.
    public let note: String?
    /// In a history: `direct` if it names the entity, `implied` if it names a container that held it.
    public let seen: String
    /// Whether `occurredAt` was stated afterwards.
    public let backDated: Bool
    /// In a history: number of the correction that voided it.
    public let voidedBy: Int64?

    public static var members: [String: Schema] { ["seen": .sighting] }

    public init(
        entry: Int64,
        kind: String,
        barcode: String?,
        from: PlacementResource?,
        to: PlacementResource?,
        occurredAt: String,
        recordedAt: String,
        principal: String,
        station: String?,
        scanner: String?,
        reading: Int64?,
        reason: String?,
        order: String? = nil,
        note: String? = nil,
        seen: String,
        backDated: Bool = false,
        voidedBy: Int64? = nil
    ) {
        self.entry = entry
        self.kind = kind
        self.barcode = barcode
        self.from = from
        self.to = to
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.principal = principal
        self.station = station
        self.scanner = scanner
        self.reading = reading
        self.reason = reason
        self.order = order
        self.note = note
        self.seen = seen
        self.backDated = backDated
        self.voidedBy = voidedBy
    }
}

/// The result of verifying the whole log.
public struct VerificationResource: WireValue {
    /// Whether no problem was found.
    public let isSound: Bool
    /// The number of entries verified.
    public let entries: Int64
    /// The root hash of the tree over them, in base64.
    public let root: String
    /// The problems, in words; the first 100 or so.
    public let problems: [String]
    /// The number of problems.
    public let total: Int
    /// Whether all problems are listed and the verification was completed.
    public let complete: Bool

    public init(isSound: Bool, entries: Int64, root: String, problems: [String], total: Int, complete: Bool) {
        self.isSound = isSound
        self.entries = entries
        self.root = root
        self.problems = problems
        self.total = total
        self.complete = complete
    }
}

/// A request to print a checkpoint, to keep it on paper.
public struct CheckpointPrintRequest: WireValue {
    /// The CUPS destination; the default one if absent.
    public let printer: String?
    /// The name of the template; `checkpoint-100x50` if absent.
    public let template: String?
    /// Kinds of printer trouble that do not prevent printing, as for labels; they are recorded in the log.
    public let despite: [String]?

    public static var members: [String: Schema] {
        ["printer": .printer, "template": .text(example: "checkpoint-100x50"), "despite": .overrides]
    }

    public init(printer: String? = nil, template: String? = nil, despite: [String]? = nil) {
        self.printer = printer
        self.template = template
        self.despite = despite
    }
}

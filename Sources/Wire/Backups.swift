extension API {
    /// Requests about backups.
    public enum Backups {
        private static let namePath = Parameter(
            .path,
            "name",
            .text(example: "outguide-2026-06-30.sqlite"),
            "The name of the backup."
        )
        /// The reason for a restore.
        public static let reason = Parameter(
            .query,
            "reason",
            .line(example: "26-CR-9"),
            "Why, in one line.",
            isRequired: true
        )
        /// Whether to give up entries that a checkpoint covers and the backup lacks.
        public static let abandon = Parameter(
            .query,
            "abandon",
            .boolean,
            "Whether entries that checkpoints witness and the backup does not have are given up."
        )

        public static let create = Endpoint<Nothing, BackupResource>(
            "createBackup",
            .post,
            "/v1/log/backups",
            .administrator,
            "Copy the log, and verify the copy",
            details: "An interrupted backup leaves no copy, and is made again under the same idempotency key.",
            parameters: [.progress],
            repetition: .byResponse(remains: nil),
            patience: .wholeLog,
            isCreation: true,
            refusals: [422]
        )
        public static let read = Endpoint<Nothing, Bytes>(
            "readBackup",
            .get,
            "/v1/log/backups/{name}",
            .administrator,
            "The bytes of a backup, or the part that a Range header names",
            parameters: [namePath],
            mediaTypes: ["application/vnd.sqlite3"],
            refusals: [416]
        )
        public static let delete = Endpoint<Nothing, Nothing>(
            "deleteBackup",
            .delete,
            "/v1/log/backups/{name}",
            .administrator,
            "Remove a backup that was fetched",
            parameters: [namePath]
        )
        public static let restore = Endpoint<Bytes, RestorationResource>(
            "restoreBackup",
            .post,
            "/v1/log/restoration",
            .administrator,
            "Restore the log from the backup in the body",
            details: """
                The restored log contains the idempotency key with the response, so that a repetition is recognised \
                even if the daemon was interrupted.
                """,
            parameters: [.progress, reason, abandon],
            repetition: .byResponse(remains: nil),
            patience: .wholeLog,
            refusals: [409, 411, 422]
        )
    }
}

/// A verified backup of the log that is ready to be fetched.
public struct BackupResource: WireValue {
    /// The name under which it is fetched.
    public let name: String
    /// The number of entries.
    public let entries: Int64
    /// The size in bytes.
    public let bytes: Int64
    /// The hexadecimal SHA-256 hash.
    public let sha256: String
    /// The signed checkpoint over its entries, which it also contains.
    public let checkpoint: String

    public init(name: String, entries: Int64, bytes: Int64, sha256: String, checkpoint: String) {
        self.name = name
        self.entries = entries
        self.bytes = bytes
        self.sha256 = sha256
        self.checkpoint = checkpoint
    }
}

/// The result of a restore.
public struct RestorationResource: WireValue {
    /// The number of entries in the backup.
    public let entries: Int64
    /// The entry that recorded the restore.
    public let entry: Int64
    /// The number of entries that an external checkpoint covers and the log no longer contains.
    public let abandoned: Int64
    /// The number of expungements after the backup that were repeated; null if the previous log could not be read.
    public let expunged: Int?
    /// The directory with the previous log, which is never deleted automatically.
    public let keptIn: String

    public init(entries: Int64, entry: Int64, abandoned: Int64, expunged: Int?, keptIn: String) {
        self.entries = entries
        self.entry = entry
        self.abandoned = abandoned
        self.expunged = expunged
        self.keptIn = keptIn
    }
}

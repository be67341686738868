extension API {
    /// Requests about backups.
    public enum Backups {
        private static let namePath = Parameter(
            .path,
            "name",
            .text(example: "outguide-2026-06-30.sqlite"),
            "The name of the backup."
        )
        public static let reason = Parameter(
            .query,
            "reason",
            .line(example: "26-CR-9"),
            "Why, in one line.",
            isRequired: true
        )
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
            parameters: [.progress],
            repetition: .never,
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
            parameters: [.progress, reason, abandon],
            repetition: .never,
            patience: .wholeLog,
            refusals: [422]
        )
    }
}

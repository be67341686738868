import Wire

/// A backup that joined those in a directory.
struct KeptBackup: Presentable, Encodable {
    /// What became of the files of documents.
    struct Documents: Sendable, Hashable, Encodable {
        /// Files that are there now.
        let kept: Int
        /// Those that were not there before.
        let copied: Int
        /// Those that the log has no pages of any more.
        let removed: Int
        /// Those that are nowhere.
        let missing: Int
    }

    let path: String
    let entries: Int64
    let bytes: Int64
    /// Hexadecimal SHA-256 of the file.
    let sha256: String
    /// The signed checkpoint over its entries.
    let checkpoint: String
    let documents: Documents
    let backupsRemoved: Int

    init(path: String, backup: BackupResource, documents: Documents, backupsRemoved: Int) {
        self.path = path
        entries = backup.entries
        bytes = backup.bytes
        sha256 = backup.sha256
        checkpoint = backup.checkpoint
        self.documents = documents
        self.backupsRemoved = backupsRemoved
    }

    var lines: [StyledText] {
        let count = entries == 1 ? "1 entry" : "\(entries) entries"
        return [
            StyledText("verified", .good) + StyledText(" \(path): \(count), \(bytes) bytes"),
            StyledText("SHA-256 \(sha256)"),
            StyledText("documents: \(documents.kept) files, \(documents.copied) new, \(documents.removed) removed"),
            StyledText("old backups removed: \(backupsRemoved)"),
        ]
    }

    var identifiers: [String] { [path] }
}

import Terminal
import Wire

/// A backup that was written to a file.
struct WrittenBackup: Presentable, Encodable {
    let path: String
    let entries: Int64
    let bytes: Int64
    /// Hexadecimal SHA-256 of the file.
    let sha256: String
    /// The signed checkpoint over its entries.
    let checkpoint: String

    init(path: String, backup: BackupResource) {
        self.path = path
        entries = backup.entries
        bytes = backup.bytes
        sha256 = backup.sha256
        checkpoint = backup.checkpoint
    }

    var lines: [StyledText] {
        let count = entries == 1 ? "1 entry" : "\(entries) entries"
        return [
            StyledText("verified", .good) + StyledText(" \(path): \(count), \(bytes) bytes"),
            StyledText("SHA-256 \(sha256)"),
        ]
    }

    var identifiers: [String] { [sha256] }
}

/// A backup that was added to a directory.
struct KeptBackup: Presentable, Encodable {
    /// The result for the files of documents.
    struct Documents: Sendable, Hashable, Encodable {
        /// The number of files in the directory now.
        let kept: Int
        /// The number of files that were added.
        let copied: Int
        /// The number of files that were removed because the log no longer uses them.
        let removed: Int
        /// The number of files that were not found anywhere.
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

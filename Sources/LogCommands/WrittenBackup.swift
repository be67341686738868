import Localization
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
        let size = Message("{count} byte", plural: "{count} bytes", count: Int(bytes))
        let what = Message(
            "verified \(path, "file"): {count} entry, \(size, "size")",
            plural: "verified \(path, "file"): {count} entries, \(size, "size")",
            count: Int(entries)
        )
        return [what.styled(.good), StyledText("SHA-256 \(sha256)")]
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

    let backup: WrittenBackup
    let documents: Documents
    let backupsRemoved: Int

    var lines: [StyledText] {
        let (copied, removed) = (documents.copied, documents.removed)
        let files = Message(
            "documents: {count} file, \(copied, "copied") new, \(removed, "removed") removed",
            plural: "documents: {count} files, \(copied, "copied") new, \(removed, "removed") removed",
            count: documents.kept
        )
        return backup.lines + [
            StyledText(files), StyledText(Message("old backups removed: \(backupsRemoved, "count")")),
        ]
    }

    var identifiers: [String] { [backup.path] }

    private enum CodingKeys: String, CodingKey {
        case documents
        case backupsRemoved
    }

    func encode(to encoder: any Encoder) throws {
        try backup.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(documents, forKey: .documents)
        try container.encode(backupsRemoved, forKey: .backupsRemoved)
    }
}

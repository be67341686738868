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

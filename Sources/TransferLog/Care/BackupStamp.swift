import LogTables

/// The metadata of a backup, stored in a table that only backups have.
public struct BackupStamp: Sendable, Hashable {
    static let table = Schema.backupStamp

    /// The signed checkpoint over the entries in the copy, as a C2SP checkpoint.
    public let checkpoint: String
    /// The key that signed it, as a signed-note verifier key.
    public let verifierKey: String

    public init(checkpoint: String, verifierKey: String) {
        self.checkpoint = checkpoint
        self.verifierKey = verifierKey
    }
}

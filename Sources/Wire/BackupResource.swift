/// A verified copy of the log that waits to be fetched.
public struct BackupResource: Sendable, Hashable, Codable {
    /// The name to fetch it by.
    public let name: String
    /// Entries in it.
    public let entries: Int64
    /// Its size.
    public let bytes: Int64
    /// Hexadecimal SHA-256 of it.
    public let sha256: String
    /// The signed checkpoint over its entries, which stands in it too.
    public let checkpoint: String

    public init(
        name: String,
        entries: Int64,
        bytes: Int64,
        sha256: String,
        checkpoint: String
    ) {
        self.name = name
        self.entries = entries
        self.bytes = bytes
        self.sha256 = sha256
        self.checkpoint = checkpoint
    }
}

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

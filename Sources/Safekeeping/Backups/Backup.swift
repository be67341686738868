/// A verified copy of the log that is ready to be fetched.
public struct Backup: Sendable, Hashable {
    /// The name of its file.
    public let name: String
    public let path: String
    public let entries: Int64
    public let bytes: Int64
    /// Hexadecimal SHA-256 of the file.
    public let sha256: String
    /// The signed checkpoint over its entries.
    public let checkpoint: String
}

/// A verified copy of the log that is ready to be fetched.
struct Backup: Sendable, Hashable {
    /// The name of its file.
    let name: String
    let path: String
    let entries: Int64
    let bytes: Int64
    /// Hexadecimal SHA-256 of the file.
    let sha256: String
    /// The signed checkpoint over its entries.
    let checkpoint: String
}

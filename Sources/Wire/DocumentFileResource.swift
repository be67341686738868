/// A stored file with pages that belong to documents.
public struct DocumentFileResource: WireValue {
    /// The hexadecimal SHA-256 hash, which is also its name.
    public let sha256: String
    /// The length in bytes; null if it is not in the store.
    public let bytes: Int64?

    public init(sha256: String, bytes: Int64?) {
        self.sha256 = sha256
        self.bytes = bytes
    }
}

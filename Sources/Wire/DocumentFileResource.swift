/// A stored file with pages that belong to documents.
public struct DocumentFileResource: Sendable, Hashable, Codable {
    /// The hexadecimal SHA-256 hash, which is also its name.
    public let sha256: String
    /// The length in bytes; null if it is not in the store.
    public let bytes: Int64?

    public init(sha256: String, bytes: Int64?) {
        self.sha256 = sha256
        self.bytes = bytes
    }

    private enum CodingKeys: String, CodingKey {
        case sha256
        case bytes
    }

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(sha256, forKey: .sha256)
        try container.encode(bytes, forKey: .bytes)
    }
}

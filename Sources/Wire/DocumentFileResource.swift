/// A file that the log has pages of.
public struct DocumentFileResource: Sendable, Hashable, Codable {
    /// Hexadecimal SHA-256, which is its name too.
    public let sha256: String
    /// How long it is; null when it is not in the store.
    public let bytes: Int64?

    public init(sha256: String, bytes: Int64?) {
        self.sha256 = sha256
        self.bytes = bytes
    }

    private enum CodingKeys: String, CodingKey {
        case sha256
        case bytes
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(sha256, forKey: .sha256)
        try container.encode(bytes, forKey: .bytes)
    }
}

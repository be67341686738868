/// A page of the stored files, in the order of their names.
public struct DocumentFilePage: Sendable, Hashable, Codable {
    public let files: [DocumentFileResource]
    /// What to send as `cursor` for the next page; null on the last.
    public let next: String?

    public init(files: [DocumentFileResource], next: String?) {
        self.files = files
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case files
        case next
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(files, forKey: .files)
        try container.encode(next, forKey: .next)
    }
}

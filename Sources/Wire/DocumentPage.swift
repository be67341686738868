/// A page of a list of documents.
public struct DocumentPage: Sendable, Hashable, Codable {
    public let documents: [DocumentResource]
    /// What to send as `cursor` for the next page; null on the last.
    public let next: String?

    public init(documents: [DocumentResource], next: String?) {
        self.documents = documents
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case documents
        case next
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(documents, forKey: .documents)
        try container.encode(next, forKey: .next)
    }
}

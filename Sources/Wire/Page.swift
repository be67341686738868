/// A page of a list: every list is answered in this shape.
public struct Page<Item: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    /// In the order of the list.
    public let items: [Item]
    /// Rows of the whole list that the caller may see.
    ///
    /// They are counted for the first page; null on a page after a cursor, and where counting would take seconds.
    public let total: Int?
    /// Whether the list ends with this page and nothing is missing in it.
    public let complete: Bool
    /// What to send as `cursor` for the next page; null on the last.
    public let next: String?

    public init(items: [Item], total: Int?, complete: Bool, next: String?) {
        self.items = items
        self.total = total
        self.complete = complete
        self.next = next
    }

    /// A list that is complete in one page.
    public init(all items: [Item]) {
        self.init(items: items, total: items.count, complete: true, next: nil)
    }

    private enum CodingKeys: String, CodingKey {
        case items
        case total
        case complete
        case next
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(items, forKey: .items)
        try container.encode(total, forKey: .total)
        try container.encode(complete, forKey: .complete)
        try container.encode(next, forKey: .next)
    }
}

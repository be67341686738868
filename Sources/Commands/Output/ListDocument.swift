/// A list inside a result, in the JSON form of ``ListOutput``.
struct ListDocument<Item: Encodable & Sendable>: Encodable, Sendable {
    let items: [Item]
    let complete: Bool
    let total: Int?

    init(items: [Item], complete: Bool, total: Int?) {
        self.items = items
        self.complete = complete
        self.total = total
    }

    /// Creates a complete list.
    init(all items: [Item]) { self.init(items: items, complete: true, total: items.count) }

    private enum CodingKeys: String, CodingKey {
        case items
        case complete
        case total
    }

    /// Encodes every member, an unknown total as null.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(items, forKey: .items)
        try container.encode(complete, forKey: .complete)
        try container.encode(total, forKey: .total)
    }
}

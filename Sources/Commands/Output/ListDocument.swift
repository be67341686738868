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
}

/// A page of a list.
///
/// Every list uses this type.
public struct Page<Item: WireValue>: WireValue {
    /// The rows, in order.
    public let items: [Item]
    /// The number of rows in the whole list that the caller may see.
    ///
    /// It is given on the first page; null on a page after a cursor, and if counting would take seconds.
    public let total: Int?
    /// Whether the list ends with this page and is not missing rows.
    public let complete: Bool
    /// The `cursor` for the next page; null on the last page.
    public let next: String?

    public init(items: [Item], total: Int?, complete: Bool, next: String?) {
        self.items = items
        self.total = total
        self.complete = complete
        self.next = next
    }

    /// Creates a complete list in one page.
    public init(all items: [Item]) { self.init(items: items, total: items.count, complete: true, next: nil) }
}

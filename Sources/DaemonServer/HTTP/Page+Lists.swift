import Circulation
import Wire
import WireResources

extension Page {
    /// Converts a page of a log list to its wire form.
    init<Row, Cursor: CustomStringConvertible>(_ list: Listed<Row, Cursor>, _ item: (Row) throws -> Item) rethrows {
        self.init(
            items: try list.rows.map(item),
            total: list.total,
            complete: list.next == nil && list.isWhole,
            next: list.next?.description
        )
    }

    /// The page that `call` asks for, from a list in memory, sorted by name.
    ///
    /// The names must be unique.
    init(of all: [Item], by name: (Item) -> String, for call: Call) throws(RequestFailure) {
        let limit = try call.limit()
        let sorted = all.sorted { name($0) < name($1) }
        let cursor = call[.cursor]
        let rest = sorted.drop { item in cursor.map { name(item) <= $0 } ?? false }
        let items = Array(rest.prefix(limit))
        let isLast = rest.count <= limit
        self.init(
            items: items,
            total: cursor == nil ? sorted.count : nil,
            complete: isLast,
            next: isLast ? nil : items.last.map(name)
        )
    }
}

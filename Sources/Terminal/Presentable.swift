/// A result with a JSON form.
package protocol Documented: Sendable {
    associatedtype Document: Encodable & Sendable

    var document: Document { get }
}

extension Documented where Self: Encodable {
    package var document: Self { self }
}

/// A result that can be shown in every format.
package protocol Presentable: Documented {
    /// The lines for people.
    var lines: [StyledText] { get }
    /// The identifiers, one for each line.
    var identifiers: [String] { get }
}

/// A row of a table.
package protocol TableRow: Documented {
    /// The column headings.
    static var columns: [String] { get }

    /// The text of each column, for people.
    var cells: [StyledText] { get }
    /// The identifier of the row.
    var identifier: String { get }
}

/// A list inside a result, in the JSON form of ``ListOutput``.
package struct ListDocument<Item: Encodable & Sendable>: Encodable, Sendable {
    package let items: [Item]
    package let complete: Bool
    package let total: Int?

    package init(items: [Item], complete: Bool, total: Int?) {
        self.items = items
        self.complete = complete
        self.total = total
    }

    /// Creates a complete list.
    package init(all items: [Item]) { self.init(items: items, complete: true, total: items.count) }
}

/// A file that a command just wrote.
package struct WrittenFile: Presentable, Encodable {
    let path: String
    let bytes: Int

    package init(path: String, bytes: Int) {
        self.path = path
        self.bytes = bytes
    }

    package var lines: [StyledText] { [StyledText("wrote \(path) (\(bytes) bytes)")] }
    package var identifiers: [String] { [path] }
}

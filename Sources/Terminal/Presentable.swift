package import Localization

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
    static var columns: [Message] { get }

    /// The text of each column, for people.
    var cells: [any Cell] { get }
    /// The identifier of the row.
    var identifier: String { get }
}

extension Presentable where Self: TableRow {
    package var identifiers: [String] { [identifier] }
}

/// What a cell of a table shows: text, a number, or nothing.
package protocol Cell: Sendable {
    var styled: StyledText { get }
    var isNothing: Bool { get }
}

extension Cell {
    package var isNothing: Bool { false }
}

extension StyledText: Cell {
    package var styled: StyledText { self }
}

extension String: Cell {
    package var styled: StyledText { StyledText(self) }

    package func styled(_ style: TextStyle) -> StyledText { StyledText(self, style) }
}

/// A number of things, with its digits grouped.
extension Int: Cell {
    package var styled: StyledText { StyledText(Reader.current.localizer.format.number(self)) }
}

/// A number that identifies something, such as that of an entry.
extension Int64: Cell {
    package var styled: StyledText { StyledText(String(self)) }
}

extension Optional: Cell where Wrapped: Cell {
    package var styled: StyledText { map(\.styled) ?? StyledText("") }
    package var isNothing: Bool { map(\.isNothing) ?? true }
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

/// The JSON form of an event: its name in `event`, and its data, if any, in `data`.
package struct EventDocument: Encodable, Sendable {
    let event: String?
    let data: (any Encodable & Sendable)?

    package init(_ event: String?, _ data: (any Encodable & Sendable)? = nil) {
        self.event = event
        self.data = data
    }

    private enum CodingKeys: String, CodingKey {
        case event
        case data
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(event, forKey: .event)
        if let data { try container.encode(data, forKey: .data) }
    }
}

/// A file that a command just wrote.
package struct WrittenFile: Presentable, Encodable {
    let path: String
    let bytes: Int

    package init(path: String, bytes: Int) {
        self.path = path
        self.bytes = bytes
    }

    package var lines: [StyledText] {
        [
            StyledText(
                Message(
                    "wrote \(path, "file") ({count} byte)",
                    plural: "wrote \(path, "file") ({count} bytes)",
                    count: bytes
                )
            )
        ]
    }
    package var identifiers: [String] { [path] }
}

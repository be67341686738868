package import DaemonClient
package import Localization
package import Terminal
package import Wire

extension Output {
    /// Shows the rows of a list of the daemon, page by page, up to `limit`, and how it ends.
    ///
    /// - Parameters:
    ///   - emptiness: the message for an empty list.
    ///   - gap: why rows may be missing at any limit, with the remedy.
    ///   - row: converts an item of the response to a row.
    /// - Throws: `DaemonClientError` if a page cannot be fetched, `StreamError` if it cannot be printed.
    package func show<Item, Row: TableRow>(
        _ list: Endpoint<Nothing, Page<Item>>,
        at segment: String? = nil,
        query: [Parameter.Argument] = [],
        of daemon: DaemonClient,
        _ limit: ListLimit,
        emptiness: Message,
        gap: Message = .gap,
        row: (Item) -> Row
    ) async throws {
        let rows = ListOutput<Row>(self)
        let end = try await PageReader(limit: limit.count).follow(list, at: segment, query: query, of: daemon) {
            try rows.add($0.map(row))
        }
        try rows.finish(emptiness: emptiness, gap: gap, total: end.total, isComplete: end.isComplete, isCut: end.isCut)
    }

    /// Shows the items of the response directly as rows.
    ///
    /// - Throws: `DaemonClientError` if a page cannot be fetched, `StreamError` if it cannot be printed.
    package func show<Row: TableRow>(
        _ list: Endpoint<Nothing, Page<Row>>,
        at segment: String? = nil,
        query: [Parameter.Argument] = [],
        of daemon: DaemonClient,
        _ limit: ListLimit,
        emptiness: Message,
        gap: Message = .gap
    ) async throws {
        try await show(list, at: segment, query: query, of: daemon, limit, emptiness: emptiness, gap: gap) { $0 }
    }
}

/// A command that shows the rows of one list of the daemon.
package protocol ListCommand: DaemonCommand {
    associatedtype Row: TableRow & WireValue

    /// The request for the list.
    static var list: Endpoint<Nothing, Page<Row>> { get }
    /// The parameter of its path, if it has one.
    var segment: String? { get }
    var query: [Parameter.Argument] { get }
    var limit: ListLimit { get }
    /// The message for an empty list.
    var emptiness: Message { get }
    /// Why rows may be missing at any limit, with the remedy.
    var gap: Message { get }
}

extension ListCommand {
    package static var asks: [EndpointOutline] { [list.outline] }
    package var segment: String? { nil }
    package var query: [Parameter.Argument] { [] }
    package var gap: Message { .gap }

    /// Shows the list.
    ///
    /// - Throws: `DaemonClientError` if a page cannot be fetched, `StreamError` if it cannot be printed.
    package func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = Self.list
        try await output.show(list, at: segment, query: query, of: daemon, limit, emptiness: emptiness, gap: gap) { $0 }
    }
}

extension Message {
    /// Rows are missing, for any reason.
    package static let gap = Message("some of it cannot be listed")
}

package import DaemonClient
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
        emptiness: String,
        gap: String = "some of it cannot be listed",
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
        emptiness: String,
        gap: String = "some of it cannot be listed"
    ) async throws {
        try await show(list, at: segment, query: query, of: daemon, limit, emptiness: emptiness, gap: gap) { $0 }
    }
}

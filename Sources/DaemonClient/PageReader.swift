public import Wire

/// Reads the pages of a list.
public struct PageReader: Sendable {
    /// The maximum number of rows; nil for all.
    let limit: Int?

    public init(limit: Int? = nil) { self.limit = limit }

    /// Passes the rows of each page of `list` to `take` until the list or the limit ends; returns how the list ended.
    ///
    /// - Throws: ``DaemonClientError`` if a page cannot be fetched or does not advance, and what `take` throws.
    @discardableResult
    public func follow<Row>(
        isolation: isolated (any Actor)? = #isolation,
        _ list: Endpoint<Nothing, Page<Row>>,
        at segment: String? = nil,
        query: [Parameter.Argument] = [],
        of daemon: DaemonClient,
        take: ([Row]) async throws -> Void
    ) async throws -> ListEnd {
        try await follow(
            { limit, cursor in
                let page = [Parameter.limit.set(limit), Parameter.cursor.set(cursor)]
                return try await daemon.ask(list, at: segment, query: query + page)
            },
            take: take
        )
    }

    /// Passes the rows of each page to `take` until the list or the limit ends; returns how the list ended.
    ///
    /// - Throws: What `page` and `take` throw, and ``DaemonClientError`` if a page does not advance.
    @discardableResult
    public func follow<Row>(
        isolation: isolated (any Actor)? = #isolation,
        _ page: (_ limit: Int, _ cursor: String?) async throws -> Page<Row>,
        take: ([Row]) async throws -> Void
    ) async throws -> ListEnd {
        var (count, total) = (0, Int?.none)
        var cursor: String?
        while true {
            let missing = limit.map { $0 - count } ?? Int.max
            let page = try await page(min(missing, API.longestPage), cursor)
            let rows = page.items.prefix(missing)
            try await take(Array(rows))
            count += rows.count
            if cursor == nil { total = page.total }
            guard let next = page.next, rows.count == page.items.count, count < limit ?? Int.max else {
                let isEnd = page.next == nil && rows.count == page.items.count
                return ListEnd(count: count, counted: total, isEnd: isEnd, isWhole: page.complete)
            }
            guard next != cursor else { throw DaemonClientError.malformedAnswer("a page is followed by itself") }
            cursor = next
        }
    }
}

/// The end of a list that was read: its total, and whether all of it was read.
public struct ListEnd: Sendable, Hashable {
    /// The number of rows in the whole list; nil if unknown.
    public let total: Int?
    public let isComplete: Bool
    /// Whether a higher limit would show more.
    public let isCut: Bool

    /// Creates the end of a list.
    ///
    /// - Parameters:
    ///   - count: rows that were read.
    ///   - counted: rows in the list when its first page was read; later changes are reflected in `count`.
    ///   - isEnd: whether the list ended before the limit.
    ///   - isWhole: whether the daemon reports that no rows are missing.
    init(count: Int, counted: Int?, isEnd: Bool, isWhole: Bool) {
        isCut = !isEnd
        isComplete = isEnd && isWhole
        total = isComplete ? count : counted.map { max($0, isEnd ? count : count + 1) }
    }
}

import DaemonClient
import Wire

/// Reads the pages of a list.
struct PageReader {
    /// The maximum number of rows; nil for all.
    let limit: Int?

    /// Passes the rows of each page to `take` until the list or the limit ends; returns how the list ended.
    @discardableResult
    func follow<Row>(
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

import DaemonClient
import Wire

/// Follows the pages of a list.
struct PageReader {
    /// Most rows; nil for all.
    let limit: Int?

    /// Hands the rows of each page to `take` until the list or the limit ends.
    func follow<Row: Sendable>(
        isolation: isolated (any Actor)? = #isolation,
        _ page: (_ limit: Int, _ cursor: String?) async throws -> (rows: [Row], next: String?),
        take: ([Row]) async throws -> Void
    ) async throws {
        var missing = limit ?? Int.max
        var cursor: String?
        while missing > 0 {
            let (rows, next) = try await page(min(missing, API.longestPage), cursor)
            try await take(Array(rows.prefix(missing)))
            missing -= min(rows.count, missing)
            guard let next else { return }
            guard next != cursor else { throw DaemonClientError.malformedAnswer("a page is followed by itself") }
            cursor = next
        }
    }
}

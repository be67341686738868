import Barcodes
import Circulation
import Hummingbird
import Records
import TransferLog
import Wire

/// Searches barcodes, titles, and the recognised text of scanned pages.
struct SearchRoutes {
    private let circulation: @Sendable (PeerContext) -> Circulation

    init(_ daemon: DaemonParts) { circulation = daemon.circulation(for:) }

    var routes: [Route] { [.get(API.search, work: .search, handle: search)] }

    @Sendable private func search(_ request: Request, _ context: PeerContext) async throws -> Response {
        let start = ContinuousClock.now
        let limit = try request.limit()
        let cursor = try request.cursor()
        guard let words = SearchWords(String(request.uri.queryParameters["q"] ?? "")) else {
            let detail =
                "cannot search for that: q is 1 to \(SearchWords.most) words with letters or digits, "
                + "\(SearchWords.longest) bytes at most"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        let hits = try await circulation(context).search(words, before: cursor, limit: limit)
        // Matches in concealed records are found first and then left out, so the response time is evened out.
        if context.rights.clearance < .everything { await EvenTime.wait(since: start) }
        return try Response(Page(hits) { SearchHitResource($0) })
    }
}

extension SearchHitResource {
    fileprivate init(_ hit: SearchHit) {
        let (foundIn, entry, page): (String, Int64?, Int?) =
            switch hit.place {
            case .barcode: ("barcode", nil, nil)
            case .title: ("title", nil, nil)
            case .page(let document, let number): ("page", document.rawValue, number)
            }
        self.init(
            barcode: hit.record.barcode.text,
            title: hit.record.title,
            foundIn: foundIn,
            entry: entry,
            page: page,
            snippet: hit.snippet
        )
    }
}

import Barcodes
import Circulation
import DaemonServices
import Localization
import TransferLog
import Vocabulary
import Wire
import WireResources

/// Searches barcodes, titles, and the recognised text of scanned pages.
struct SearchRoutes {
    let server: EndpointServer

    var routes: [Route] { [server.serve(API.Search.find) { call in try await search(call) }] }

    private func search(_ call: Call) async throws -> Page<SearchHitResource> {
        let start = ContinuousClock.now
        let limit = try call.limit()
        let cursor = try call.cursor()
        guard let words = SearchWords(call[API.Search.q] ?? "") else {
            let detail = Message(
                "cannot search for that: q is 1 to \(SearchWords.most, "limit") words with letters or digits, "
                    + "\(SearchWords.longest, "bytes") bytes at most"
            )
            throw RequestFailure(.invalidRequest, detail)
        }
        let hits = try await call.circulation.search(words, before: cursor, limit: limit)
        // Matches in concealed entities are found first and then left out, so the response time is evened out.
        if call.context.rights.clearance < .everything { await EvenTime.wait(since: start) }
        return Page(hits) { SearchHitResource($0) }
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
            barcode: hit.entity.barcode.text,
            title: hit.entity.title,
            foundIn: foundIn,
            entry: entry,
            page: page,
            snippet: hit.snippet
        )
    }
}

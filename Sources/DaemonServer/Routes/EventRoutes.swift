import Circulation
import DaemonServices
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Localization
import NIOCore
import ServiceLifecycle
import Stations
import Vocabulary
import Wire
import WireResources

/// The event stream, as Server-Sent Events (WHATWG HTML, section 9.2).
struct EventRoutes {
    /// Entries read from the log at a time.
    private static let page = 256

    private let server: EndpointServer
    private let events: EventHub
    private let board: StationBoard
    private let budget: WorkBudget<WorkKind>
    private let shared: SharedEntries

    init(
        server: EndpointServer,
        circulation: Circulation,
        events: EventHub,
        board: StationBoard,
        budget: WorkBudget<WorkKind>
    ) {
        self.server = server
        self.events = events
        self.board = board
        self.budget = budget
        shared = SharedEntries(circulation.seen(as: .open))
    }

    var routes: [Route] { [server.respond(to: API.Events.follow) { call in try await stream(call) }] }

    /// Entries are read from the log, so that none is missed and a client can resume after the last one it received.
    private func stream(_ call: Call) async throws -> Response {
        let filter = try EventFilter(call)
        let (circulation, context) = (call.circulation, call.context)
        let resumed = try resumption(of: call.request)
        // Subscribe first: an entry appended in between is then announced twice, but sent to the client once.
        let subscription = try events.subscribe(until: context.departure.whenGone, by: context.peer.uid)
        let newest = EntryNumber(rawValue: try await circulation.counts().entries)
        let board = board.seen(by: circulation)
        // Reads by callers who may see more are recorded in the access record, so they cannot be shared.
        let shared = context.rights.clearance == .open ? shared : nil
        let body = ResponseBody { [budget] writer in
            var last = resumed ?? newest
            func writeEntries(upTo newest: EntryNumber?) async throws {
                var isEnd = newest.map { $0 <= last } ?? false
                while !isEnd {
                    let page: SharedEntries.Page
                    if let newest, newest.rawValue - last.rawValue > Int64(Self.page) {
                        // A client this far behind catches up page by page under the budget for lists, like a list
                        // request.
                        page = try await budget.run(.list, for: context.peer.uid) { [last] in
                            try await SharedEntries.read(circulation, after: last, limit: Self.page)
                        }
                    } else if let shared, let newest {
                        page = try await shared.page(after: last, newest: newest, limit: Self.page)
                    } else {
                        page = try await SharedEntries.read(circulation, after: last, limit: Self.page)
                    }
                    for event in page.events where filter.wants(event.entry) { try await writer.write(event.text) }
                    (last, isEnd) = (page.last, page.isEnd)
                }
            }
            try await writer.write(EventText.comment("outguide events"))
            if filter.wants(.logGrew(nil)) { try await writeEntries(upTo: newest) }
            for await event in subscription.cancelOnGracefulShutdown() where filter.wants(event) {
                switch event {
                case .logGrew(let newest): try await writeEntries(upTo: newest)
                case .outcome(let outcome):
                    guard try await circulation.mayKnow(of: outcome.reading, about: outcome.barcode) else { continue }
                    let resource = OutcomeResource(
                        outcome,
                        in: context.languages.localizer(station: outcome.station)
                    )
                    try await writer.write(EventText.of(EventName.outcome.rawValue, resource))
                case .scanner(let notice):
                    let resource = ScannerEventResource(notice, in: context.languages.localizer(of: notice))
                    try await writer.write(EventText.of(EventName.scanner.rawValue, resource))
                case .station(let station):
                    // The readings shown may be concealed from this listener.
                    let shown =
                        context.rights.clearance == .everything
                        ? station : try await board.station(station.summary.station)
                    let resource = StationResource(shown, for: context)
                    try await writer.write(EventText.of(EventName.station.rawValue, resource))
                case .keepAlive: try await writer.write(EventText.comment("keep-alive"))
                }
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: EventText.headers, body: body)
    }

    /// The last entry that the client received earlier; nil for a new stream.
    private func resumption(of request: Request) throws(RequestFailure) -> EntryNumber? {
        guard let name = HTTPField.Name(API.Events.lastEventID.name), let text = request.headers[name] else {
            return nil
        }
        guard let number = Int64(text), number >= 0 else {
            let detail = Message("cannot go on after that event: Last-Event-ID is the number of an entry")
            throw RequestFailure(.invalidRequest, detail)
        }
        return EntryNumber(rawValue: number)
    }
}

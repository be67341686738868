import Barcodes
import Circulation
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import Records
import ServiceLifecycle
import Wire

/// The stream of what happens, as Server-Sent Events (WHATWG HTML, section 9.2).
struct EventRoutes {
    /// Entries read from the log at a time.
    private static let page = 256

    private let circulation: @Sendable (PeerContext) -> Circulation
    private let events: EventHub
    private let board: StationBoard

    init(_ daemon: DaemonParts) {
        circulation = daemon.circulation(for:)
        events = daemon.events
        board = StationBoard(daemon)
    }

    var routes: [Route] { [.get(API.events, handle: stream)] }

    /// Entries come from the log itself, so that none is missed and a client can go on after the last it saw.
    @Sendable private func stream(_ request: Request, _ context: PeerContext) async throws -> Response {
        let filter = try EventFilter(request)
        // Subscribe first: an entry between the two is then told twice to us and once to the client.
        let subscription = events.subscribe(until: context.departure)
        let start = try await firstEntry(of: request, circulation(context))
        let circulation = circulation(context)
        let board = board.seen(by: circulation)
        let body = ResponseBody { writer in
            var last = start
            try await writer.write(EventText.comment("outguide events"))
            for await event in subscription.cancelOnGracefulShutdown() where filter.wants(event) {
                switch event {
                case .logGrew:
                    last = try await Self.writeEntries(after: last, from: circulation, that: filter, to: &writer)
                case .outcome(let outcome):
                    let barcode = outcome.barcode.flatMap { try? Barcode(parsing: $0) }
                    let entry = outcome.entry.map(EntryNumber.init(rawValue:))
                    guard try await circulation.mayKnow(of: barcode, entry: entry) else { continue }
                    try await writer.write(EventText.of(EventName.outcome.rawValue, outcome))
                case .scanner(let event): try await writer.write(EventText.of(EventName.scanner.rawValue, event))
                case .station(let station):
                    // What it read may be kept from whoever listens.
                    guard let name = StationName(station.station) else { continue }
                    let shown = context.rights.sight == .everything ? station : try await board.station(name)
                    try await writer.write(EventText.of(EventName.station.rawValue, shown))
                case .keepAlive: try await writer.write(EventText.comment("keep-alive"))
                }
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: EventText.headers, body: body)
    }

    private func firstEntry(of request: Request, _ circulation: Circulation) async throws -> EntryNumber {
        if let name = HTTPField.Name("Last-Event-ID"), let text = request.headers[name] {
            guard let number = Int64(text), number >= 0 else {
                let detail = "cannot go on after that event: Last-Event-ID is the number of an entry"
                throw Problem(.invalidRequest, status: 400, detail: detail)
            }
            events.poke()
            return EntryNumber(rawValue: number)
        }
        return EntryNumber(rawValue: try await circulation.counts().entries)
    }

    private static func writeEntries(
        after start: EntryNumber,
        from circulation: Circulation,
        that filter: EventFilter,
        to writer: inout any ResponseBodyWriter
    ) async throws -> EntryNumber {
        var last = start
        while true {
            let next = try await circulation.entries(after: last, limit: page)
            for line in next.lines {
                let entry = EntryResource(line)
                guard filter.wants(entry) else { continue }
                let number = line.entry.number.rawValue
                try await writer.write(EventText.of(EventName.entry.rawValue, entry, id: number))
            }
            last = next.last
            if next.isEnd { return last }
        }
    }
}

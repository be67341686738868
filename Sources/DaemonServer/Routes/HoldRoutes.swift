import Barcodes
import Circulation
import Hummingbird
import Records
import Wire

/// Routes for holds, and for all standing orders on records.
struct HoldRoutes {
    private let circulation: @Sendable (PeerContext) -> Circulation

    init(_ daemon: DaemonParts) { circulation = daemon.circulation(for:) }

    var routes: [Route] {
        [
            .get(API.orders, work: .list, handle: orders),
            .get(API.holds, work: .list, handle: list),
            .post(API.holds, access: .supervisor, handle: place),
            .post(API.holds + "/{entry}/release", access: .supervisor, handle: release),
        ]
    }

    @Sendable private func orders(_ request: Request, _ context: PeerContext) async throws -> Response {
        let limit = try request.limit()
        let cursor = try request.cursor().map(EntryNumber.init(rawValue:))
        let kind = try request.uri.queryParameters["kind"].map { text in
            guard let kind = StandingOrder.Kind(rawValue: String(text)) else {
                let detail = "cannot list orders of the kind \(text): kind is seal, restriction or hold"
                throw Problem(.invalidRequest, status: 400, detail: detail)
            }
            return kind
        }
        let order = try request.uri.queryParameters["order"].map {
            try FreeText(wire: String($0), field: "order").text
        }
        let lines = try await circulation(context).orders(of: kind, named: order, after: cursor, limit: limit)
        return try Response(Page(lines) { OrderResource($0) })
    }

    @Sendable private func list(_ request: Request, _ context: PeerContext) async throws -> Response {
        let limit = try request.limit()
        let cursor = try request.cursor().map(EntryNumber.init(rawValue:))
        let lines = try await circulation(context).holds(after: cursor, limit: limit)
        return try Response(Page(lines) { EntryResource($0) })
    }

    @Sendable private func place(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(HoldRequest.self, from: context.peer)
        let line = try await circulation(context).hold(
            try Barcode(wire: body.barcode),
            order: try FreeText(wire: body.order, field: "order"),
            reason: try body.reason.map { try FreeText(wire: $0, field: "reason") },
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try Response(EntryResource(line), status: .created)
    }

    @Sendable private func release(_ request: Request, _ context: PeerContext) async throws -> Response {
        guard let text = context.parameters.get("entry"), let number = Int64(text), number > 0 else {
            throw Problem(.invalidRequest, status: 400, detail: "cannot find that hold: its number is from 1 on")
        }
        let (body, key) = try await request.decoded(HoldReleaseRequest.self, from: context.peer)
        let line = try await circulation(context).release(
            hold: EntryNumber(rawValue: number),
            reason: try FreeText(wire: body.reason, field: "reason"),
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try Response(EntryResource(line))
    }
}

import Circulation
import Hummingbird
import Records
import Wire

/// Routes for printing supplies and their remaining amounts.
struct SupplyRoutes {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            .get(API.supplies, handle: list),
            .post(API.supplies + "/{supply}/receipts", access: .clerk) { request, context in
                try await note(request, context) { .received($0, units: $1) }
            },
            .post(API.supplies + "/{supply}/counts", access: .clerk) { request, context in
                try await note(request, context) { .counted($0, units: $1) }
            },
        ]
    }

    @Sendable private func list(_ request: Request, _ context: PeerContext) async throws -> Response {
        let onlyLow = try request.flag("low")
        let supplies = try await SupplyShelf(daemon).lines().map { SupplyResource($0) }.filter { !onlyLow || $0.isLow }
        return try Response(Page(of: supplies, by: \.supply, for: request))
    }

    private func note(
        _ request: Request,
        _ context: PeerContext,
        _ event: (SupplyName, Int) -> SupplyEvent
    ) async throws -> Response {
        let (body, key) = try await request.decoded(SupplyRequest.self, from: context.peer)
        let name = context.parameters.get("supply").flatMap { PathSegment.decoded($0) } ?? ""
        let shelf = SupplyShelf(daemon)
        guard let setting = shelf.setting(of: name) else {
            let known = daemon.configuration.supplies.map(\.name.text).joined(separator: ", ")
            let detail =
                "cannot find the supply \(name.prefix(60)): the configuration "
                + (known.isEmpty ? "names none; write it under supplies" : "knows \(known)")
            throw Problem(.notFound, status: 404, detail: detail)
        }
        let attribution = Attribution(principal: context.peer.principal)
        try await daemon.circulation.note(event(setting.name, body.units), by: attribution, key: key)
        guard let line = try await shelf.lines().first(where: { $0.setting.name == setting.name }) else {
            throw Problem(.internalError, status: 500, detail: "cannot find the supply again")
        }
        return try Response(SupplyResource(line))
    }
}

import Circulation
import Hummingbird
import Records
import Wire

/// Routes for stations: the signed-in clerk, the open context, the latest readings.
struct StationRoutes {
    private let board: StationBoard
    private let circulation: @Sendable (PeerContext) -> Circulation

    init(_ daemon: DaemonParts) {
        board = StationBoard(daemon)
        circulation = daemon.circulation(for:)
    }

    var routes: [Route] {
        [
            .get(API.stations, handle: list),
            .get(API.stations + "/{station}", handle: show),
            .delete(API.stations + "/{station}/session", access: .clerk, handle: endSession),
        ]
    }

    @Sendable private func list(_ request: Request, _ context: PeerContext) async throws -> Response {
        let cursor = try request.uri.queryParameters["cursor"].map { try StationName(wire: String($0)) }
        let board = board.seen(by: circulation(context))
        return try Response(try await board.stations(after: cursor, limit: try request.limit()))
    }

    @Sendable private func show(_ request: Request, _ context: PeerContext) async throws -> Response {
        try Response(try await board.seen(by: circulation(context)).station(try context.station()))
    }

    @Sendable private func endSession(_ request: Request, _ context: PeerContext) async throws -> Response {
        try await board.end(try context.station())
        return Response(status: .noContent)
    }
}

extension PeerContext {
    /// The station in the path.
    fileprivate func station() throws -> StationName {
        guard let segment = parameters.get("station"), let text = PathSegment.decoded(segment) else {
            throw Problem(.invalidRequest, status: 400, detail: "cannot read the station in the path")
        }
        return try StationName(wire: text)
    }
}

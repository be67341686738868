import Circulation
import DaemonServices
import Stations
import Vocabulary
import Wire
import WireResources

/// Routes for stations: the signed-in clerk, the open context, the latest readings.
struct StationRoutes {
    let server: EndpointServer
    let board: StationBoard

    var routes: [Route] {
        [
            server.serve(API.Stations.list) { call in
                let cursor = try call[.cursor].map { try StationName(wire: $0) }
                let board = board.seen(by: call.circulation)
                return Page(try await board.stations(after: cursor, limit: try call.limit())) { StationResource($0) }
            },
            server.serve(API.Stations.show) { call in
                StationResource(try await board.seen(by: call.circulation).station(try call.station()))
            },
            server.serve(API.Stations.endSession) { call in try await board.end(try call.station()) },
        ]
    }
}

extension Call {
    /// The station in the path.
    fileprivate func station() throws(Problem) -> StationName {
        guard let text = segment else {
            throw Problem(.invalidRequest, detail: "cannot read the station in the path")
        }
        return try StationName(wire: text)
    }
}

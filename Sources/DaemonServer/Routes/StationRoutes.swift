import Circulation
import Stations
import Vocabulary
import Wire

/// Routes for stations: the signed-in clerk, the open context, the latest readings.
struct StationRoutes {
    private let daemon: DaemonParts
    private let board: StationBoard

    init(_ daemon: DaemonParts) {
        self.daemon = daemon
        board = daemon.board
    }

    var routes: [Route] {
        [
            daemon.serve(API.Stations.list) { call in
                let cursor = try call[.cursor].map { try StationName(wire: $0) }
                let board = board.seen(by: call.circulation)
                return Page(try await board.stations(after: cursor, limit: try call.limit())) { StationResource($0) }
            },
            daemon.serve(API.Stations.show) { call in
                StationResource(try await board.seen(by: call.circulation).station(try call.station()))
            },
            daemon.serve(API.Stations.endSession) { call in try await board.end(try call.station()) },
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

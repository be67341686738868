import Circulation
import DaemonServices
import Localization
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
                return Page(try await board.stations(after: cursor, limit: try call.limit())) {
                    StationResource($0, for: call.context)
                }
            },
            server.serve(API.Stations.show) { call in
                StationResource(
                    try await board.seen(by: call.circulation).station(try call.station()),
                    for: call.context
                )
            },
            server.serve(API.Stations.endSession) { call in try await board.end(try call.station()) },
        ]
    }
}

extension Call {
    /// The station in the path.
    fileprivate func station() throws(RequestFailure) -> StationName {
        guard let text = segment else {
            throw RequestFailure(.invalidRequest, Message("cannot read the station in the path"))
        }
        return try StationName(wire: text)
    }
}

extension StationResource {
    /// The state of a station in its own language.
    init(_ state: StationState, for context: PeerContext) {
        self.init(state, in: context.languages.localizer(station: state.summary.station))
    }
}

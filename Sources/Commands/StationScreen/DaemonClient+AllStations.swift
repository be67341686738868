import DaemonClient
import Wire

extension DaemonClient {
    /// Returns all stations, page by page: those in the configuration, and those that scanned within a day.
    nonisolated func allStations() async throws -> [StationResource] {
        var found: [StationResource] = []
        try await PageReader(limit: nil).follow { limit, cursor in
            try await self.ask(API.Stations.list, query: [Parameter.limit.set(limit), Parameter.cursor.set(cursor)])
        } take: { stations in
            found += stations
        }
        return found
    }
}

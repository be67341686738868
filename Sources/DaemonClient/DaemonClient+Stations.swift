public import Wire

extension DaemonClient {
    /// Returns a page of all stations, with their open contexts and latest readings.
    public func stations(
        limit: Int = API.standardPage,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<StationResource> {
        try await get(API.stations, query: [("limit", String(limit)), ("cursor", cursor)])
    }

    /// Returns one station.
    ///
    /// One that never scanned has a closed context.
    public func station(_ name: String) async throws(DaemonClientError) -> StationResource {
        try await get("\(API.stations)/\(WireCoding.pathSegment(name))")
    }
}

public import Wire

extension DaemonClient {
    /// Every station, with what it has open and what it read last.
    public func stations(
        limit: Int = API.standardPage,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<StationResource> {
        try await get(API.stations, query: [("limit", String(limit)), ("cursor", cursor)])
    }

    /// One station; one that never scanned has nothing open.
    public func station(_ name: String) async throws(DaemonClientError) -> StationResource {
        try await get("\(API.stations)/\(WireCoding.pathSegment(name))")
    }
}

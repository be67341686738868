public import Wire

extension DaemonClient {
    /// Every station, with what it has open and what it read last.
    public func stations() async throws(DaemonClientError) -> StationList {
        try await get(API.stations)
    }

    /// One station; one that never scanned has nothing open.
    public func station(_ name: String) async throws(DaemonClientError) -> StationResource {
        try await get("\(API.stations)/\(WireCoding.pathSegment(name))")
    }
}

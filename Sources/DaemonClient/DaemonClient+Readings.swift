public import Wire

extension DaemonClient {
    /// Hands a reading over; a refused one is answered too, because it was stored.
    public func take(_ reading: ReadingRequest) async throws(DaemonClientError) -> OutcomeResource {
        try await post(API.readings, reading)
    }

    /// Closes the places that are open at a station.
    public func endSession(station: String) async throws(DaemonClientError) {
        try await delete("\(API.stations)/\(WireCoding.pathSegment(station))/session")
    }
}

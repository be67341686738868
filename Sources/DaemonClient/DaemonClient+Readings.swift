public import Wire

extension DaemonClient {
    /// Hands a reading over; a refused one is answered too, because it was stored.
    public func take(_ reading: ReadingRequest) async throws(DaemonClientError) -> OutcomeResource {
        try await post(API.readings, reading)
    }

    /// A page of the readings that were ever stored, newest first.
    public func readings(limit: Int, cursor: String? = nil) async throws(DaemonClientError) -> ReadingPage {
        try await get(API.readings, query: [("limit", String(limit)), ("cursor", cursor)])
    }

    /// The reading with this number.
    public func reading(_ number: Int64) async throws(DaemonClientError) -> ReadingResource {
        try await get("\(API.readings)/\(number)")
    }

    /// Closes the places that are open at a station.
    public func endSession(station: String) async throws(DaemonClientError) {
        try await delete("\(API.stations)/\(WireCoding.pathSegment(station))/session")
    }
}

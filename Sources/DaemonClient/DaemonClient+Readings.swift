import NIOCore
public import Wire

extension DaemonClient {
    /// Sends a reading.
    ///
    /// A refused one has an outcome, too, because it was stored.
    public func take(_ reading: ReadingRequest) async throws(DaemonClientError) -> OutcomeResource {
        try await post(API.readings, reading)
    }

    /// Sends a file of readings of at most ``Wire/API/longestBatch`` bytes.
    ///
    /// Sending it again changes nothing.
    ///
    /// - Parameter query: what the file does not state itself, by the names in the API description.
    public func take(
        file: [UInt8],
        query: [(name: String, value: String?)]
    ) async throws(DaemonClientError) -> BatchResource {
        let pairs = query.compactMap { name, value in value.map { "\(name)=\(WireCoding.pathSegment($0))" } }
        let target = pairs.isEmpty ? API.batches : "\(API.batches)?\(pairs.joined(separator: "&"))"
        return try await post(
            target,
            ByteBuffer(bytes: file),
            type: "text/plain",
            longest: API.longestBatch,
            within: limits.wholeLog
        ).value(BatchResource.self)
    }

    /// Returns a page of all stored readings, newest first.
    public func readings(limit: Int, cursor: String? = nil) async throws(DaemonClientError) -> Page<ReadingResource> {
        try await get(API.readings, query: [("limit", String(limit)), ("cursor", cursor)])
    }

    /// Returns the reading with this number.
    public func reading(_ number: Int64) async throws(DaemonClientError) -> ReadingResource {
        try await get("\(API.readings)/\(number)")
    }

    /// Closes the open context of a station.
    public func endSession(station: String) async throws(DaemonClientError) {
        try await delete("\(API.stations)/\(WireCoding.pathSegment(station))/session")
    }
}

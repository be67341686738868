public import Wire

extension DaemonClient {
    /// Returns where a record is, or was at a time in the past (RFC 3339).
    public func whereabouts(
        of barcode: String,
        at moment: String? = nil
    ) async throws(DaemonClientError) -> WhereaboutsResource {
        try await get("\(API.whereabouts)/\(WireCoding.pathSegment(barcode))", query: [("at", moment)])
    }
}

public import Wire

extension DaemonClient {
    /// Where a thing is, or was at a moment (RFC 3339).
    public func whereabouts(
        of barcode: String,
        at moment: String? = nil
    ) async throws(DaemonClientError) -> WhereaboutsResource {
        try await get("\(API.whereabouts)/\(WireCoding.pathSegment(barcode))", query: [("at", moment)])
    }
}

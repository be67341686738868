public import Wire

extension DaemonClient {
    /// Where a thing is.
    public func whereabouts(of barcode: String) async throws(DaemonClientError) -> WhereaboutsResource {
        try await get("\(API.whereabouts)/\(WireCoding.pathSegment(barcode))")
    }
}

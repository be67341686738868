public import Wire

extension DaemonClient {
    /// A page of what happened to a thing, newest first.
    public func history(
        of barcode: String,
        limit: Int,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> HistoryPage {
        let path = "\(API.history)/\(WireCoding.pathSegment(barcode))"
        return try await get(path, query: [("limit", String(limit)), ("cursor", cursor)])
    }
}

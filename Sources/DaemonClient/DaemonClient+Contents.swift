public import Wire

extension DaemonClient {
    /// A page of what is directly in a place.
    public func contents(
        of barcode: String,
        limit: Int,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> ContentsPage {
        let path = "\(API.contents)/\(WireCoding.pathSegment(barcode))"
        return try await get(path, query: [("limit", String(limit)), ("cursor", cursor)])
    }
}

public import Wire

extension DaemonClient {
    /// A page of what is directly in a place, or was at a moment (RFC 3339).
    public func contents(
        of barcode: String,
        at moment: String? = nil,
        limit: Int,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<ContentsResource> {
        let path = "\(API.contents)/\(WireCoding.pathSegment(barcode))"
        return try await get(path, query: [("limit", String(limit)), ("cursor", cursor), ("at", moment)])
    }
}

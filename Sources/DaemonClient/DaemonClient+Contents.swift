public import Wire

extension DaemonClient {
    /// Returns a page of the direct contents of a place, now or at a time in the past (RFC 3339).
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

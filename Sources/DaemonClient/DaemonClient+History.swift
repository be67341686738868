public import Wire

extension DaemonClient {
    /// A page of what happened to a thing, newest first.
    ///
    /// - Parameters:
    ///   - since: nothing that happened before this moment (RFC 3339).
    ///   - until: nothing that happened after this moment (RFC 3339).
    public func history(
        of barcode: String,
        since: String? = nil,
        until: String? = nil,
        limit: Int,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<EntryResource> {
        let path = "\(API.history)/\(WireCoding.pathSegment(barcode))"
        return try await get(
            path,
            query: [("limit", String(limit)), ("cursor", cursor), ("since", since), ("until", until)]
        )
    }
}

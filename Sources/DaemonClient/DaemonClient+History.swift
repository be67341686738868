public import Wire

extension DaemonClient {
    /// Returns a page of the history of a record, newest first.
    ///
    /// - Parameters:
    ///   - since: the earliest time (RFC 3339).
    ///   - until: the latest time (RFC 3339).
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

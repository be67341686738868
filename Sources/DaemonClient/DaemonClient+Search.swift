public import Wire

extension DaemonClient {
    /// A page of the thing with the barcode `words`, then the titles and the pages of documents that have all of them, the
    /// newest first.
    public func search(
        for words: String,
        limit: Int,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<SearchHitResource> {
        try await get(API.search, query: [("q", words), ("limit", String(limit)), ("cursor", cursor)])
    }
}

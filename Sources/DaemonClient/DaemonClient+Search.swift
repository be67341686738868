public import Wire

extension DaemonClient {
    /// Returns a page of search results: the record with the barcode `words`, then titles and pages of documents that
    /// contain all of the words, newest first.
    public func search(
        for words: String,
        limit: Int,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<SearchHitResource> {
        try await get(API.search, query: [("q", words), ("limit", String(limit)), ("cursor", cursor)])
    }
}

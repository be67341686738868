public import Wire

extension DaemonClient {
    /// Prints labels and waits until the printer has finished or accepted them, as requested.
    public func printLabels(_ labels: LabelPrintRequest) async throws(DaemonClientError) -> LabelPrintResponse {
        try await post(API.labelPrint, labels, within: limits.print)
    }

    /// Returns a page of labels that were printed and not scanned since.
    public func pendingLabels(
        after cursor: String? = nil,
        limit: Int = API.standardPage
    ) async throws(DaemonClientError) -> Page<PendingLabelResource> {
        try await get(API.labelPending, query: [("cursor", cursor), ("limit", String(limit))])
    }

    /// Returns a page of print runs, newest first; on request only open ones.
    public func printBatches(
        onlyOpen: Bool,
        after cursor: String? = nil,
        limit: Int = API.standardPage
    ) async throws(DaemonClientError) -> Page<PrintBatchResource> {
        let query = [("open", onlyOpen ? "true" : nil), ("cursor", cursor), ("limit", String(limit))]
        return try await get(API.labelBatches, query: query)
    }

    /// Returns a print run.
    public func printBatch(_ number: Int64) async throws(DaemonClientError) -> PrintBatchResource {
        try await get("\(API.labelBatches)/\(number)")
    }

    /// Returns a print run once it has changed, or after a while.
    ///
    /// `printed` is the known number of printed labels, `seen` the known kind of trouble or delay: empty for none, nil
    /// to ignore it.
    public func printBatchChanged(
        _ number: Int64,
        printed: Int,
        seen: String? = nil
    ) async throws(DaemonClientError) -> PrintBatchResource {
        let query = [("wait", String(20)), ("printed", String(printed)), ("seen", seen)]
        return try await get("\(API.labelBatches)/\(number)", query: query)
    }

    /// Returns a page of the labels of a run; on request only those in one state.
    public func labels(
        of batch: Int64,
        in state: String? = nil,
        after cursor: String? = nil,
        limit: Int = API.standardPage
    ) async throws(DaemonClientError) -> Page<BatchLabelResource> {
        let query = [("state", state), ("cursor", cursor), ("limit", String(limit))]
        return try await get("\(API.labelBatches)/\(batch)/labels", query: query)
    }

    /// Resumes a run.
    public func resumePrinting(
        _ batch: Int64,
        _ request: BatchResumeRequest
    ) async throws(DaemonClientError) -> PrintBatchResource {
        try await post("\(API.labelBatches)/\(batch)/resume", request, within: limits.print)
    }

    /// Cancels the labels of a run that are not printed yet.
    public func cancelPrinting(_ batch: Int64) async throws(DaemonClientError) -> PrintBatchResource {
        try await post("\(API.labelBatches)/\(batch)/cancel", [String: String](), within: limits.print)
    }
}

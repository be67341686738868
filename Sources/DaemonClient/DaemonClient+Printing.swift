public import Wire

extension DaemonClient {
    /// Prints labels and waits until the printer has done it, or has taken them, as asked.
    public func printLabels(_ labels: LabelPrintRequest) async throws(DaemonClientError) -> LabelPrintResponse {
        try await post(API.labelPrint, labels, within: limits.print)
    }

    /// A page of labels that were printed and not scanned since.
    public func pendingLabels(
        after cursor: String? = nil,
        limit: Int = API.standardPage
    ) async throws(DaemonClientError) -> Page<PendingLabelResource> {
        try await get(API.labelPending, query: [("cursor", cursor), ("limit", String(limit))])
    }

    /// A page of runs of labels, newest first; only those that are not over on request.
    public func printBatches(
        onlyOpen: Bool,
        after cursor: String? = nil,
        limit: Int = API.standardPage
    ) async throws(DaemonClientError) -> Page<PrintBatchResource> {
        let query = [("open", onlyOpen ? "true" : nil), ("cursor", cursor), ("limit", String(limit))]
        return try await get(API.labelBatches, query: query)
    }

    /// A run of labels.
    public func printBatch(_ number: Int64) async throws(DaemonClientError) -> PrintBatchResource {
        try await get("\(API.labelBatches)/\(number)")
    }

    /// The same once something happened to it, or after a while; `printed` is how many labels of it are known to be, and
    /// `seen` the kind of trouble or delay that is known, empty for none, nil when that is all the same.
    public func printBatchChanged(
        _ number: Int64,
        printed: Int,
        seen: String? = nil
    ) async throws(DaemonClientError) -> PrintBatchResource {
        let query = [("wait", String(20)), ("printed", String(printed)), ("seen", seen)]
        return try await get("\(API.labelBatches)/\(number)", query: query)
    }

    /// A page of the labels of a run; only those in one state on request.
    public func labels(
        of batch: Int64,
        in state: String? = nil,
        after cursor: String? = nil,
        limit: Int = API.standardPage
    ) async throws(DaemonClientError) -> Page<BatchLabelResource> {
        let query = [("state", state), ("cursor", cursor), ("limit", String(limit))]
        return try await get("\(API.labelBatches)/\(batch)/labels", query: query)
    }

    /// Goes on with a run.
    public func resumePrinting(
        _ batch: Int64,
        _ request: BatchResumeRequest
    ) async throws(DaemonClientError) -> PrintBatchResource {
        try await post("\(API.labelBatches)/\(batch)/resume", request, within: limits.print)
    }

    /// Takes back what is not printed of a run.
    public func cancelPrinting(_ batch: Int64) async throws(DaemonClientError) -> PrintBatchResource {
        try await post("\(API.labelBatches)/\(batch)/cancel", [String: String](), within: limits.print)
    }
}

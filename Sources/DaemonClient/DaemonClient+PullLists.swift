public import Wire

extension DaemonClient {
    /// Creates a pull list.
    public func makePullList(_ request: PullListRequest) async throws(DaemonClientError) -> PullListContents {
        try await post(API.pullLists, request)
    }

    /// Returns a page of pull lists, newest first; with `open` only those with lines that are not fetched yet.
    public func pullLists(
        open: Bool,
        limit: Int,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<PullListResource> {
        try await get(
            API.pullLists,
            query: [("open", open ? "true" : nil), ("limit", String(limit)), ("cursor", cursor)]
        )
    }

    /// Returns a pull list with all of its lines.
    public func pullList(_ list: String) async throws(DaemonClientError) -> PullListContents {
        try await get(path(list))
    }

    /// Adds items and containers to a pull list.
    public func add(
        _ request: PullListRequest,
        toPullList list: String
    ) async throws(DaemonClientError) -> PullListContents {
        try await post(path(list) + "/things", request)
    }

    /// Sends items and containers on a list to their recipients, all or none.
    public func pull(
        _ request: PullListThingsRequest,
        on list: String
    ) async throws(DaemonClientError) -> MoveResponse {
        try await post(path(list) + "/pulls", request)
    }

    /// Records that items and containers on a list were not found, all or none.
    public func miss(
        _ request: PullListThingsRequest,
        on list: String
    ) async throws(DaemonClientError) -> PullListContents {
        try await post(path(list) + "/misses", request)
    }

    /// Cancels a list.
    public func cancelPullList(_ list: String) async throws(DaemonClientError) -> PullListContents {
        try await post(path(list) + "/cancel", [String: String]())
    }

    /// Returns the page of a list as a file.
    public func drawPullList(
        _ list: String,
        _ sheet: PullListSheetRequest
    ) async throws(DaemonClientError) -> [UInt8] {
        try await file(try await post(path(list) + "/page", try json(sheet), type: Self.jsonType))
    }

    /// Prints the page of a list, and waits until the printer has finished.
    public func printPullList(
        _ list: String,
        _ sheet: PullListPrintRequest
    ) async throws(DaemonClientError) -> LabelPrintResponse {
        try await post(path(list) + "/prints", sheet, within: limits.print, isRepeatable: false)
    }

    private func path(_ list: String) -> String { "\(API.pullLists)/\(WireCoding.pathSegment(list))" }
}

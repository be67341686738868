public import Wire

extension DaemonClient {
    /// Registers a thing; its barcode is minted unless the request names one.
    public func register(
        _ noun: RecordNoun,
        _ record: NewRecordRequest
    ) async throws(DaemonClientError) -> RecordResource {
        try await post(noun.path, record)
    }

    /// The thing of this sort with this barcode.
    public func record(_ noun: RecordNoun, barcode: String) async throws(DaemonClientError) -> RecordResource {
        try await get("\(noun.path)/\(WireCoding.pathSegment(barcode))")
    }

    /// A page of the things of one sort, from the oldest registration on.
    public func records(
        _ noun: RecordNoun,
        limit: Int,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<RecordResource> {
        try await get(noun.path, query: [("limit", String(limit)), ("cursor", cursor)])
    }
}

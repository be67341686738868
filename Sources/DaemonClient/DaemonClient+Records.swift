public import Wire

extension DaemonClient {
    /// Registers a record.
    ///
    /// Its barcode is minted unless the request has one.
    public func register(
        _ noun: RecordNoun,
        _ record: NewRecordRequest
    ) async throws(DaemonClientError) -> RecordResource {
        try await post(noun.path, record)
    }

    /// Returns the record of this type with this barcode.
    public func record(_ noun: RecordNoun, barcode: String) async throws(DaemonClientError) -> RecordResource {
        try await get("\(noun.path)/\(WireCoding.pathSegment(barcode))")
    }

    /// Returns a page of the records of one type, oldest registration first.
    public func records(
        _ noun: RecordNoun,
        limit: Int,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<RecordResource> {
        try await get(noun.path, query: [("limit", String(limit)), ("cursor", cursor)])
    }
}

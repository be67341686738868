public import Wire

extension DaemonClient {
    /// A page of the record of who looked, newest first; of one thing when a barcode is named.
    public func accesses(
        of barcode: String? = nil,
        limit: Int,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<AccessResource> {
        try await get(API.access, query: [("of", barcode), ("limit", String(limit)), ("cursor", cursor)])
    }

    /// What whoever asks may do.
    public func rights() async throws(DaemonClientError) -> RightsResource { try await get(API.rights) }

    /// What the daemon finds when it looks at itself.
    public func diagnosis() async throws(DaemonClientError) -> DiagnosisResource {
        try await get(API.diagnosis, within: limits.wholeLog)
    }

    /// Restricts, opens, seals or unseals an item or a container.
    public func restrict(
        _ barcode: String,
        _ request: RestrictionRequest
    ) async throws(DaemonClientError) -> EntryResource {
        try await post(Self.path(ofRecord: barcode, "restriction"), request)
    }
}

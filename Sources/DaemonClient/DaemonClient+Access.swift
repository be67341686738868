public import Wire

extension DaemonClient {
    /// Returns a page of the access record, newest first; that of one record if a barcode is given.
    public func accesses(
        of barcode: String? = nil,
        limit: Int,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<AccessResource> {
        try await get(API.access, query: [("of", barcode), ("limit", String(limit)), ("cursor", cursor)])
    }

    /// Returns the caller's rights.
    public func rights() async throws(DaemonClientError) -> RightsResource { try await get(API.rights) }

    /// Returns the results of the daemon's checks of itself.
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

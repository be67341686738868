public import Wire

extension DaemonClient {
    /// Returns the daemon's status.
    public func status() async throws(DaemonClientError) -> StatusResource { try await get(API.status) }
}

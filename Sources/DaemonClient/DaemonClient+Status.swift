public import Wire

extension DaemonClient {
    /// How the daemon is.
    public func status() async throws(DaemonClientError) -> StatusResource { try await get(API.status) }
}

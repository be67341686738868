public import Wire

extension DaemonClient {
    private static let key = "/\(API.version)/log/key"

    /// Returns the current and former keys that sign the log.
    public func logKey() async throws(DaemonClientError) -> LogKeyResource { try await get(Self.key) }

    /// Replaces the key that signs the log; returns the resulting keys.
    public func changeLogKey(_ change: KeyChangeRequest) async throws(DaemonClientError) -> LogKeyResource {
        try await post("\(Self.key)/changes", change, isRepeatable: false)
    }
}

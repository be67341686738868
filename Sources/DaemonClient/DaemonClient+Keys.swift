public import Wire

extension DaemonClient {
    private static let key = "/\(API.version)/log/key"

    /// The keys that sign and signed the log.
    public func logKey() async throws(DaemonClientError) -> LogKeyResource { try await get(Self.key) }

    /// Has another key sign the log from now on, and returns the keys then.
    public func changeLogKey(_ change: KeyChangeRequest) async throws(DaemonClientError) -> LogKeyResource {
        try await post("\(Self.key)/changes", change, isRepeatable: false)
    }
}

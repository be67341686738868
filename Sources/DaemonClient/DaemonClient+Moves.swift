public import Wire

extension DaemonClient {
    /// Moves items and containers to one place, all or none.
    public func move(_ move: MoveRequest) async throws(DaemonClientError) -> MoveResponse {
        try await post(API.moves, move)
    }
}

public import Wire

extension DaemonClient {
    /// Returns the progress of the long request with this name; nil if it has ended or not begun.
    public func progress(named name: String) async throws(DaemonClientError) -> ProgressResource? {
        do {
            return try await ask(API.Progress.show, at: name)
        } catch .problem(let problem) where problem.status == 404 {
            return nil
        }
    }
}

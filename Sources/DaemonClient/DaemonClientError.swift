public import Wire

/// The reason why a request to the daemon failed.
public enum DaemonClientError: Error, Sendable, Hashable {
    /// The path is too long for a socket.
    case pathTooLong(String)
    /// No process responds at this path.
    case unreachable(path: String, reason: String)
    /// The permissions of the socket exclude the caller.
    case notPermitted(path: String)
    /// The daemon refused the request or failed.
    case problem(Problem)
    /// The request is larger than the daemon accepts.
    case requestTooLong(limit: Int)
    /// The command does not list this request among those that it sends, so it was not sent.
    case unlistedRequest(String)
    /// The response is larger than the client accepts.
    case answerTooLong(limit: Int)
    /// The response is not valid for the path.
    case malformedAnswer(String)
    /// The connection ended between the request and the response; the request may or may not have taken effect.
    case connectionLost(path: String)
    /// There was no response in time; the request may or may not have taken effect.
    case timedOut(Duration)
    /// The calling task was cancelled.
    case cancelled
}

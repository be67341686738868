public import Wire

/// Why the daemon did not do what it was asked.
public enum DaemonClientError: Error, Sendable, Hashable {
    /// A socket cannot have so long a path.
    case pathTooLong(String)
    /// Nobody answers at this path.
    case unreachable(path: String, reason: String)
    /// The permissions of the socket keep the caller out.
    case notPermitted(path: String)
    /// The daemon answered that it did not do it.
    case problem(Problem)
    /// The request has more bytes than the daemon takes.
    case requestTooLong(limit: Int)
    /// The answer has more bytes than the client takes.
    case answerTooLong(limit: Int)
    /// The answer is not what the path should give.
    case malformedAnswer(String)
    /// The daemon went away between the request and the answer; it may or may not have been done.
    case connectionLost(path: String)
    /// No answer came in time; it may or may not have been done.
    case timedOut(Duration)
    /// The task that asked was cancelled.
    case cancelled
}

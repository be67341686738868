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

extension DaemonClientError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .pathTooLong(let path):
            "cannot use the socket path \(path): it is too long, choose one of at most 107 bytes"
        case .unreachable(let path, let reason):
            "cannot reach outguided at \(path): \(reason); is it running? start it with "
                + "“systemctl start outguided”, or name its socket with --socket"
        case .notPermitted(let path):
            "cannot reach outguided at \(path): permission denied; ask for membership of the socket's group, "
                + "then sign in again"
        case .problem(let problem):
            problem.detail
        case .requestTooLong(let limit):
            "cannot send so much: a request of this sort has at most \(limit) bytes"
        case .unlistedRequest(let name):
            "cannot send \(name): the command does not list it among its requests; please report this fault"
        case .answerTooLong(let limit):
            "cannot take the answer of outguided: it has more than \(limit) bytes, ask for less at a time"
        case .malformedAnswer(let reason):
            "cannot understand the answer of outguided: \(reason); are both of the same version?"
        case .connectionLost(let path):
            "cannot say whether it was done: outguided at \(path) went away before it answered, "
                + "look before you ask again"
        case .timedOut(let limit):
            "cannot say whether it was done: outguided did not answer within \(limit.components.seconds) s, "
                + "look before you ask again"
        case .cancelled:
            "cannot finish: the request was cancelled"
        }
    }
}

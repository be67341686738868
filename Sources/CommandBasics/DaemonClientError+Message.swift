public import DaemonClient
public import Localization
import Wire

extension DaemonClientError: MessageConvertible {
    public var message: Message {
        switch self {
        case .pathTooLong(let path):
            Message("cannot use the socket path \(path, "file"): it is too long, choose one of at most 107 bytes")
        case .unreachable(let path, let reason):
            Message(
                "cannot reach outguided at \(path, "file"): \(Self.message(reason), "reason"); is it running? "
                    + "start it with “systemctl start outguided”, or name its socket with --socket"
            )
        case .notPermitted(let path):
            Message(
                "cannot reach outguided at \(path, "file"): permission denied; ask for membership of the socket's "
                    + "group, then sign in again"
            )
        // The daemon writes it in the language of the request.
        case .problem(let problem): Message(verbatim: problem.detail)
        case .requestTooLong(let limit):
            Message("cannot send so much: a request of this sort has at most \(limit, "limit") bytes")
        case .unlistedRequest(let name):
            Message(
                "cannot send \(name, "request"): the command does not list it among its requests; please report "
                    + "this fault"
            )
        case .answerTooLong(let limit):
            Message(
                "cannot take the answer of outguided: it has more than \(limit, "limit") bytes, ask for less at a time"
            )
        case .malformedAnswer(let reason):
            Message("cannot understand the answer of outguided: \(reason, "reason"); are both of the same version?")
        case .connectionLost(let path):
            Message(
                "cannot say whether it was done: outguided at \(path, "file") went away before it answered, look "
                    + "before you ask again"
            )
        case .timedOut(let limit):
            Message(
                "cannot say whether it was done: outguided did not answer within \(Self.seconds(limit), "seconds") s, "
                    + "look before you ask again"
            )
        case .cancelled: Message("cannot finish: the request was cancelled")
        }
    }

    /// Returns why there is no connection: two cases of our own, or the words of the system.
    private static func message(_ reason: String) -> Message {
        switch reason {
        case "there is no such socket": Message("there is no such socket")
        case "no process listens there": Message("no process listens there")
        default: Message(verbatim: reason)
        }
    }

    private static func seconds(_ limit: Duration) -> Int { Int(limit.components.seconds) }
}

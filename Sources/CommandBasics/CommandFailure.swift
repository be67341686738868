package import DaemonClient
package import Localization
package import Wire

/// The reason why a command failed, with its exit status.
package struct CommandFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package let code: ExitCodes
    /// A sentence for the user; nil if the output already says it.
    package let message: Message?
    /// The kind for programs: that of the daemon's problem, or else that of the status.
    package let kind: String

    package init(_ code: ExitCodes, _ message: Message? = nil, kind: String? = nil) {
        self.code = code
        self.message = message
        self.kind = kind ?? code.kind
    }

    package init(_ error: DaemonClientError) {
        let kind: String? = if case .problem(let problem) = error { problem.kind.rawValue } else { nil }
        self.init(ExitCodes(error), error.message, kind: kind)
    }

    /// The sentence in English; empty if there is none.
    package var description: String { message?.english ?? "" }

    /// The JSON object that `--json` prints on standard error, on one line.
    package struct Document: Encodable, Sendable, Hashable {
        package let detail: String
        package let exitStatus: Int32
        package let kind: String
    }

    package var document: Document { Document(detail: description, exitStatus: code.rawValue, kind: kind) }
}

/// The exit statuses of the program, apart from termination by a signal.
///
/// That of a refused request follows from the HTTP status, which is that of its kind (``ProblemKind/table``).
///
/// | Status | Meaning | From |
/// |---|---|---|
/// | 0 | done | |
/// | 1 | refused by a rule, or not possible now | statuses 422, 429, 502, 503; a refused reading; a log that is not sound; \
/// a proof that does not hold |
/// | 3 | not found | status 404 |
/// | 4 | conflict | status 409 |
/// | 5 | not permitted | status 403; the permissions of the socket |
/// | 6 | done, but the daemon does not trust its log: the output may be wrong | the header `Outguide-Log` |
/// | 64 | wrong usage | the command line; statuses 400, 405, 411, 413, 415, 416 |
/// | 69 | daemon unreachable, gone, or not responding | |
/// | 70 | a bug | every other status from 500 on; a response that cannot be parsed |
/// | 74 | a file, standard input or standard output failed | |
package enum ExitCodes: Int32, Sendable, Hashable, CaseIterable {
    case done = 0
    case refused = 1
    case notFound = 3
    case conflict = 4
    case notPermitted = 5
    case untrustedLog = 6
    case usage = 64
    case unreachable = 69
    case bug = 70
    case inputOutput = 74

    package init(_ problem: Problem) { self.init(status: problem.status) }

    /// The exit status for a request that was refused with this HTTP status.
    package init(status: Int) {
        switch status {
        case 400, 405, 411, 413, 415, 416: self = .usage
        case 403: self = .notPermitted
        case 404: self = .notFound
        case 409: self = .conflict
        case ..<500, 502, 503: self = .refused
        default: self = .bug
        }
    }

    package init(_ error: DaemonClientError) {
        switch error {
        case .problem(let problem): self = ExitCodes(problem)
        case .unreachable, .connectionLost, .timedOut: self = .unreachable
        case .notPermitted: self = .notPermitted
        case .pathTooLong, .requestTooLong: self = .usage
        case .unlistedRequest, .answerTooLong, .malformedAnswer, .cancelled: self = .bug
        }
    }

    /// The kind of a failure that does not come from the daemon.
    var kind: String {
        switch self {
        case .done: "done"
        case .refused: "refused"
        case .notFound: "not-found"
        case .conflict: "conflict"
        case .notPermitted: "not-permitted"
        case .untrustedLog: "untrusted-log"
        case .usage: "usage"
        case .unreachable: "unreachable"
        case .bug: "internal"
        case .inputOutput: "input-output"
        }
    }
}

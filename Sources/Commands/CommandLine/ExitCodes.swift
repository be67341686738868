import DaemonClient
import Wire

/// The exit statuses of the program, apart from termination by a signal.
///
/// | Status | Meaning | From |
/// |---|---|---|
/// | 0 | done | |
/// | 1 | refused by a rule, or not possible now | kinds `busy`, `degraded`, `ending`, `label-template`, \
/// `print-refused`, `print-server-away`, `scanners`, `undecodable-image`, every kind that is not listed here; a refused reading; a log that is not sound; \
/// a proof that does not hold |
/// | 3 | not found | kinds `not-found`, `unknown-barcode`, `unknown-entry`, `unknown-location`, `unknown-printer`, `unknown-reading`; \
/// `label-template` with status 404 |
/// | 4 | conflict | kinds `conflict`, `already-held`, `already-requested`, `already-restricted`, `already-voided`, `barcode-taken` |
/// | 5 | not permitted | kind `not-permitted`; the permissions of the socket |
/// | 6 | done, but the daemon does not trust its log: the output may be wrong | the header `Outguide-Log` |
/// | 64 | wrong usage | kind `usage` for the command line; kinds `invalid-request`, `invalid-barcode`, `invalid-file`, `too-large` |
/// | 69 | daemon unreachable, gone, or not responding | |
/// | 70 | a bug | kind `internal`, every other status from 500 on, a response that cannot be parsed |
/// | 74 | a file, standard input or standard output failed | |
enum ExitCodes: Int32, Sendable, Hashable, CaseIterable {
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

    init(_ problem: Problem) {
        switch problem.kind.rawValue {
        case "not-found", "unknown-barcode", "unknown-entry", "unknown-location", "unknown-printer",
            "unknown-reading":
            self = .notFound
        case "label-template": self = problem.status == 404 ? .notFound : .refused
        case "conflict", "already-held", "already-requested", "already-restricted", "already-voided", "barcode-taken":
            self = .conflict
        case "not-permitted": self = .notPermitted
        case "invalid-request", "invalid-barcode", "invalid-file", "too-large": self = .usage
        case "busy", "degraded", "ending", "print-refused", "print-server-away", "scanners", "undecodable-image":
            self = .refused
        case "internal": self = .bug
        default: self = problem.status >= 500 ? .bug : .refused
        }
    }

    init(_ error: DaemonClientError) {
        switch error {
        case .problem(let problem): self = ExitCodes(problem)
        case .unreachable, .connectionLost, .timedOut: self = .unreachable
        case .notPermitted: self = .notPermitted
        case .pathTooLong, .requestTooLong: self = .usage
        case .answerTooLong, .malformedAnswer, .cancelled: self = .bug
        }
    }
}

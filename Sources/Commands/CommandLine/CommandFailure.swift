import DaemonClient
import Wire

/// The reason why a command failed, with its exit status.
struct CommandFailure: Error, Sendable, Hashable, CustomStringConvertible {
    let code: ExitCodes
    /// A sentence for the user; empty if the output already says it.
    let description: String
    /// The kind for programs: that of the daemon's problem, or else that of the status.
    let kind: String

    init(_ code: ExitCodes, _ description: String = "", kind: String? = nil) {
        self.code = code
        self.description = description
        self.kind = kind ?? code.kind
    }

    init(_ error: DaemonClientError) {
        let kind: String? = if case .problem(let problem) = error { problem.kind.rawValue } else { nil }
        self.init(ExitCodes(error), error.description, kind: kind)
    }

    /// The JSON object that `--json` prints on standard error, on one line.
    struct Document: Encodable, Sendable, Hashable {
        let detail: String
        let exitStatus: Int32
        let kind: String
    }

    var document: Document { Document(detail: description, exitStatus: code.rawValue, kind: kind) }
}

extension ExitCodes {
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

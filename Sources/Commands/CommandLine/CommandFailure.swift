import DaemonClient
import Wire

/// Why a command did not do everything, and the status that says so.
struct CommandFailure: Error, Sendable, Hashable, CustomStringConvertible {
    let code: ExitCodes
    /// A sentence for people; empty when the output says it already.
    let description: String
    /// What programs go by: the kind of the daemon's problem, else that of the status.
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

    /// What `--json` prints on standard error, on one line.
    struct Document: Encodable, Sendable, Hashable {
        let detail: String
        let exitStatus: Int32
        let kind: String
    }

    var document: Document { Document(detail: description, exitStatus: code.rawValue, kind: kind) }
}

extension ExitCodes {
    /// The kind of a failure that is not the daemon's.
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

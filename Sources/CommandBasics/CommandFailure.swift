package import DaemonClient
import Wire

/// The reason why a command failed, with its exit status.
package struct CommandFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package let code: ExitCodes
    /// A sentence for the user; empty if the output already says it.
    package let description: String
    /// The kind for programs: that of the daemon's problem, or else that of the status.
    package let kind: String

    package init(_ code: ExitCodes, _ description: String = "", kind: String? = nil) {
        self.code = code
        self.description = description
        self.kind = kind ?? code.kind
    }

    package init(_ error: DaemonClientError) {
        let kind: String? = if case .problem(let problem) = error { problem.kind.rawValue } else { nil }
        self.init(ExitCodes(error), error.description, kind: kind)
    }

    /// The JSON object that `--json` prints on standard error, on one line.
    package struct Document: Encodable, Sendable, Hashable {
        package let detail: String
        package let exitStatus: Int32
        package let kind: String
    }

    package var document: Document { Document(detail: description, exitStatus: code.rawValue, kind: kind) }
}

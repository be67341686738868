import DaemonClient

/// Why a command did not do everything, and the status that says so.
struct CommandFailure: Error, Sendable, Hashable, CustomStringConvertible {
    let code: ExitCodes
    /// What is still to be said; empty when it was said already.
    let description: String

    init(_ code: ExitCodes, _ description: String = "") {
        self.code = code
        self.description = description
    }

    init(_ error: DaemonClientError) { self.init(ExitCodes(error), error.description) }
}

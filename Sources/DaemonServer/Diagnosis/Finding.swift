/// The result of one check.
struct Finding: Sendable, Hashable {
    /// How serious a finding is.
    enum State: String, Sendable, Hashable {
        case ok
        /// It works but needs attention.
        case warning
        case failed
        /// The check could not be made.
        case unknown
    }

    /// A stable word for the check.
    let check: String
    let state: State
    /// The result, in one line.
    let message: String
    /// The remedy; nil if there is nothing to fix.
    let remedy: String?

    /// Creates a finding without problems.
    static func ok(_ check: String, _ message: String) -> Finding {
        Finding(check: check, state: .ok, message: message, remedy: nil)
    }

    /// Creates a finding of something that works but needs attention.
    static func warning(_ check: String, _ message: String, remedy: String) -> Finding {
        Finding(check: check, state: .warning, message: message, remedy: remedy)
    }

    /// Creates a finding of a failure.
    static func failed(_ check: String, _ message: String, remedy: String) -> Finding {
        Finding(check: check, state: .failed, message: message, remedy: remedy)
    }

    /// Creates a finding for a check that could not be made.
    static func unknown(_ check: String, _ message: String, remedy: String) -> Finding {
        Finding(check: check, state: .unknown, message: message, remedy: remedy)
    }
}

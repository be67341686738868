package import Localization

/// The result of one check.
package struct Finding: Sendable, Hashable {
    /// How serious a finding is.
    package enum State: String, Sendable, Hashable {
        case ok
        /// It works but needs attention.
        case warning
        case failed
        /// The check could not be made.
        case unknown
    }

    /// A stable word for the check.
    package let check: String
    package let state: State
    /// The result, in one line.
    package let message: Message
    /// The remedy; nil if there is nothing to fix.
    package let remedy: Message?

    /// Creates a finding without problems.
    package static func ok(_ check: String, _ message: Message) -> Finding {
        Finding(check: check, state: .ok, message: message, remedy: nil)
    }

    /// Creates a finding of something that works but needs attention.
    package static func warning(_ check: String, _ message: Message, remedy: Message) -> Finding {
        Finding(check: check, state: .warning, message: message, remedy: remedy)
    }

    /// Creates a finding of a failure.
    package static func failed(_ check: String, _ message: Message, remedy: Message) -> Finding {
        Finding(check: check, state: .failed, message: message, remedy: remedy)
    }

    /// Creates a finding for a check that could not be made.
    package static func unknown(_ check: String, _ message: Message, remedy: Message) -> Finding {
        Finding(check: check, state: .unknown, message: message, remedy: remedy)
    }
}

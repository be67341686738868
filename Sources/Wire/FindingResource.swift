/// The result of one check.
public struct FindingResource: WireValue {
    /// A stable word for the check.
    public let check: String
    /// `ok`, `warning`, `failed`, or `unknown` if the check could not be made.
    public let state: String
    /// The result, in one line.
    public let message: String
    /// The remedy; null if there is nothing to fix.
    public let remedy: String?

    public init(check: String, state: String, message: String, remedy: String?) {
        self.check = check
        self.state = state
        self.message = message
        self.remedy = remedy
    }
}

extension FindingResource {
    /// Creates a finding without problems.
    public static func ok(_ check: String, _ message: String) -> FindingResource {
        FindingResource(check: check, state: "ok", message: message, remedy: nil)
    }

    /// Creates a finding that works but needs attention.
    public static func warning(_ check: String, _ message: String, remedy: String) -> FindingResource {
        FindingResource(check: check, state: "warning", message: message, remedy: remedy)
    }

    /// Creates a finding of a failure.
    public static func failed(_ check: String, _ message: String, remedy: String) -> FindingResource {
        FindingResource(check: check, state: "failed", message: message, remedy: remedy)
    }

    /// Creates a finding for a check that could not be made.
    public static func unknown(_ check: String, _ message: String, remedy: String) -> FindingResource {
        FindingResource(check: check, state: "unknown", message: message, remedy: remedy)
    }
}

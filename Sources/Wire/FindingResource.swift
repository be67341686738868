/// What one check found.
public struct FindingResource: Sendable, Hashable, Codable {
    /// A stable word for what was looked at.
    public let check: String
    /// `ok`, `warning`, `failed`, or `unknown` when it could not be looked at.
    public let state: String
    /// What is so, in one line.
    public let message: String
    /// How to mend it; null when there is nothing to mend.
    public let remedy: String?

    public init(check: String, state: String, message: String, remedy: String?) {
        self.check = check
        self.state = state
        self.message = message
        self.remedy = remedy
    }

    private enum CodingKeys: String, CodingKey {
        case check
        case state
        case message
        case remedy
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(check, forKey: .check)
        try container.encode(state, forKey: .state)
        try container.encode(message, forKey: .message)
        try container.encode(remedy, forKey: .remedy)
    }
}

extension FindingResource {
    /// All is well.
    public static func ok(_ check: String, _ message: String) -> FindingResource {
        FindingResource(check: check, state: "ok", message: message, remedy: nil)
    }

    /// It works, and somebody should look at it.
    public static func warning(_ check: String, _ message: String, remedy: String) -> FindingResource {
        FindingResource(check: check, state: "warning", message: message, remedy: remedy)
    }

    /// Something does not work.
    public static func failed(_ check: String, _ message: String, remedy: String) -> FindingResource {
        FindingResource(check: check, state: "failed", message: message, remedy: remedy)
    }

    /// It could not be looked at.
    public static func unknown(_ check: String, _ message: String, remedy: String) -> FindingResource {
        FindingResource(check: check, state: "unknown", message: message, remedy: remedy)
    }
}

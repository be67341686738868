/// One finding about the configuration of a scanner.
public struct ScannerFindingResource: Sendable, Hashable, Codable {
    /// Whether nothing needs fixing.
    public let isGood: Bool
    /// The observation.
    public let message: String
    /// What to do.
    public let advice: String?

    public init(
        isGood: Bool,
        message: String,
        advice: String?
    ) {
        self.isGood = isGood
        self.message = message
        self.advice = advice
    }

    private enum CodingKeys: String, CodingKey {
        case isGood
        case message
        case advice
    }

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(isGood, forKey: .isGood)
        try container.encode(message, forKey: .message)
        try container.encode(advice, forKey: .advice)
    }
}

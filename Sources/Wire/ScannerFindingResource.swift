/// One thing about the set-up of a gun.
public struct ScannerFindingResource: Sendable, Hashable, Codable {
    /// Nothing has to be mended.
    public let isGood: Bool
    /// What was seen.
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

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(isGood, forKey: .isGood)
        try container.encode(message, forKey: .message)
        try container.encode(advice, forKey: .advice)
    }
}

/// One finding about the configuration of a scanner.
public struct ScannerFindingResource: WireValue {
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
}

/// An earlier entry that does not count.
public struct CorrectionRequest: Sendable, Hashable, Codable {
    /// Its number.
    public let entry: Int64
    /// Why, in one line.
    public let reason: String

    public init(
        entry: Int64,
        reason: String
    ) {
        self.entry = entry
        self.reason = reason
    }
}

/// Another key for signing checkpoints.
public struct KeyChangeRequest: Sendable, Hashable, Codable {
    /// Why, in one line.
    public let reason: String

    public init(
        reason: String
    ) {
        self.reason = reason
    }
}

/// The end of a hold.
public struct HoldReleaseRequest: Sendable, Hashable, Codable {
    /// Why, in one line.
    public let reason: String

    public init(
        reason: String
    ) {
        self.reason = reason
    }
}

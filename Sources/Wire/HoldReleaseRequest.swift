/// A request to release a hold.
public struct HoldReleaseRequest: Sendable, Hashable, Codable {
    /// The reason, in one line.
    public let reason: String

    public init(
        reason: String
    ) {
        self.reason = reason
    }
}

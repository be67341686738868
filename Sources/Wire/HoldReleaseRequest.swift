/// A request to release a hold.
public struct HoldReleaseRequest: WireValue {
    /// The reason, in one line.
    public let reason: String

    public init(
        reason: String
    ) {
        self.reason = reason
    }
}

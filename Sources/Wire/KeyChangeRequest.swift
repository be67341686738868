/// A request to replace the key that signs checkpoints.
public struct KeyChangeRequest: WireValue {
    /// The reason, in one line.
    public let reason: String

    public init(
        reason: String
    ) {
        self.reason = reason
    }
}

/// A request to void an earlier entry.
public struct CorrectionRequest: WireValue {
    /// The number of the entry.
    public let entry: Int64
    /// The reason, in one line.
    public let reason: String

    public init(
        entry: Int64,
        reason: String
    ) {
        self.entry = entry
        self.reason = reason
    }
}

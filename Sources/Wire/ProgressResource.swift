/// The progress of a long request.
public struct ProgressResource: WireValue {
    /// The stage: `receiving`, `copying`, `file`, `entries`, `tables`, `replaying`, or one that a later version adds;
    /// null before the first.
    public let stage: String?
    /// The number of bytes, pages or entries of this stage that are done.
    public let done: Int64
    /// The total number; null if unknown.
    public let total: Int64?

    public init(stage: String?, done: Int64, total: Int64?) {
        self.stage = stage
        self.done = done
        self.total = total
    }
}

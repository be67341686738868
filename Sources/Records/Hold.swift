/// An order that a thing, and all that is in it, stays in custody and is not destroyed.
public struct Hold: Sendable, Hashable {
    /// Which of its two ends an entry tells.
    public enum Stage: Sendable, Hashable {
        case placed
        /// The hold that this entry placed is over.
        case released(EntryNumber)
    }

    public let subject: RecordID
    public let stage: Stage
    /// The order as its court or agency calls it.
    public let order: String?
    public let reason: String?

    public init(subject: RecordID, stage: Stage, order: String? = nil, reason: String?) {
        self.subject = subject
        self.stage = stage
        self.order = order
        self.reason = reason
    }
}

/// A hold by order: an item or container and its contents stay in custody and must not be destroyed.
public struct Hold: Sendable, Hashable {
    /// Whether the hold is placed or released.
    public enum Stage: Sendable, Hashable {
        case placed
        /// The hold that this entry placed is released.
        case released(EntryNumber)
    }

    public let subject: EntityID
    public let stage: Stage
    /// The name of the order, as the court or agency gives it.
    public let order: String?
    public let reason: String?

    public init(subject: EntityID, stage: Stage, order: String? = nil, reason: String?) {
        self.subject = subject
        self.stage = stage
        self.order = order
        self.reason = reason
    }
}

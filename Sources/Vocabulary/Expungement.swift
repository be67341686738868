/// The erasure of all text about an entity, by order.
public struct Expungement: Sendable, Hashable {
    /// The stage of an expungement.
    public enum Stage: Sendable, Hashable {
        /// A principal requested it.
        case requested
        /// Another principal carried it out, and this number of texts was erased.
        case done(request: EntryNumber, erased: Int)
    }

    public let subject: EntityID
    public let stage: Stage
    /// The name of the order, as the court or agency gives it.
    public let order: String?
    public let reason: String?

    public init(subject: EntityID, stage: Stage, order: String?, reason: String?) {
        self.subject = subject
        self.stage = stage
        self.order = order
        self.reason = reason
    }
}

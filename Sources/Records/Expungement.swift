/// Erasing what was written about a thing or a person, on somebody's order.
public struct Expungement: Sendable, Hashable {
    /// How far it has come.
    public enum Stage: Sendable, Hashable {
        /// One principal asked for it.
        case requested
        /// Another one carried it out; this many texts are gone.
        case done(request: EntryNumber, erased: Int)
    }

    public let subject: RecordID
    public let stage: Stage
    /// The order that demands it, as its court or agency calls it.
    public let order: String?
    public let reason: String?

    public init(subject: RecordID, stage: Stage, order: String?, reason: String?) {
        self.subject = subject
        self.stage = stage
        self.order = order
        self.reason = reason
    }
}

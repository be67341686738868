/// The renewal of a charge-out.
public struct Renewal: Sendable, Hashable {
    public let subject: EntityID
    /// The new due date.
    public let due: Timestamp

    public init(subject: EntityID, due: Timestamp) {
        self.subject = subject
        self.due = due
    }
}

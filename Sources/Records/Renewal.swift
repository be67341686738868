/// A charge-out that goes on to a later day.
public struct Renewal: Sendable, Hashable {
    public let subject: RecordID
    /// When it must be back now.
    public let due: Timestamp

    public init(subject: RecordID, due: Timestamp) {
        self.subject = subject
        self.due = due
    }
}

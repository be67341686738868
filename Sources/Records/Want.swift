/// A line of a pull list: a request to fetch an item or container.
public struct Want: Sendable, Hashable {
    public let subject: RecordID
    public let list: PullListID
    /// The recipient; nil if it only comes to the station.
    public let recipient: RecordID?
    /// When it is needed; nil for no date.
    public let due: Timestamp?
    public let reason: String?

    public init(
        subject: RecordID,
        list: PullListID,
        recipient: RecordID? = nil,
        due: Timestamp? = nil,
        reason: String? = nil
    ) {
        self.subject = subject
        self.list = list
        self.recipient = recipient
        self.due = due
        self.reason = reason
    }
}

/// A line of a pull list: a request to fetch an item or container.
public struct Want: Sendable, Hashable {
    public let subject: EntityID
    public let list: PullListID
    /// The recipient; nil if it only comes to the station.
    public let recipient: EntityID?
    /// When it is needed; nil for no date.
    public let due: Timestamp?
    public let reason: String?

    public init(
        subject: EntityID,
        list: PullListID,
        recipient: EntityID? = nil,
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

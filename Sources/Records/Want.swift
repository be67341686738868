/// That a thing is on a pull list: somebody is to fetch it.
public struct Want: Sendable, Hashable {
    public let subject: RecordID
    public let list: PullListID
    /// Who wants it; nil when it is only to come to the station.
    public let recipient: RecordID?
    /// When it is needed; nil for no day.
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

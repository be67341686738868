/// One move of one thing; what is in it moves along and is not named.
public struct Transfer: Sendable, Hashable {
    public let kind: TransferKind
    public let subject: RecordID
    public let from: Placement
    public let to: Placement
    /// Why, in the words of whoever moved it.
    public let reason: String?
    /// When a thing that is charged out must be back; nil for no day.
    public let due: Timestamp?
    /// To whom a thing is on its way; nil when it is not known or not on its way.
    public let recipient: RecordID?

    public init(
        kind: TransferKind,
        subject: RecordID,
        from: Placement,
        to: Placement,
        reason: String?,
        due: Timestamp? = nil,
        recipient: RecordID? = nil
    ) {
        self.kind = kind
        self.subject = subject
        self.from = from
        self.to = to
        self.reason = reason
        self.due = due
        self.recipient = recipient
    }

    /// A transfer of the kind that its two ends make it.
    public init(
        subject: RecordID,
        from: Placement,
        to: Placement,
        home: RecordID? = nil,
        reason: String?,
        due: Timestamp? = nil,
        recipient: RecordID? = nil
    ) {
        self.init(
            kind: TransferKind(from: from, to: to, home: home),
            subject: subject,
            from: from,
            to: to,
            reason: reason,
            due: due,
            recipient: recipient
        )
    }
}

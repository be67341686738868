/// One move of one thing; what is in it moves along and is not named.
public struct Transfer: Sendable, Hashable {
    public let kind: TransferKind
    public let subject: RecordID
    public let from: Placement
    public let to: Placement
    /// Why, in the words of whoever moved it.
    public let reason: String?

    public init(kind: TransferKind, subject: RecordID, from: Placement, to: Placement, reason: String?) {
        self.kind = kind
        self.subject = subject
        self.from = from
        self.to = to
        self.reason = reason
    }

    /// A transfer of the kind that its two ends make it.
    public init(subject: RecordID, from: Placement, to: Placement, home: RecordID? = nil, reason: String?) {
        self.init(
            kind: TransferKind(from: from, to: to, home: home),
            subject: subject,
            from: from,
            to: to,
            reason: reason
        )
    }
}

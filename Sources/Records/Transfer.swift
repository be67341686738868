/// One move of one thing; what is in it moves along and is not named.
public struct Transfer: Sendable, Hashable {
    public let subject: RecordID
    public let from: Placement
    public let to: Placement
    /// Why, in the words of whoever moved it.
    public let reason: String?

    public init(subject: RecordID, from: Placement, to: Placement, reason: String?) {
        self.subject = subject
        self.from = from
        self.to = to
        self.reason = reason
    }

    public var kind: TransferKind { TransferKind(from: from, to: to) }
}

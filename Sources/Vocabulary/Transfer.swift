/// A move of one item or container.
///
/// Its contents move with it and are not named.
public struct Transfer: Sendable, Hashable {
    public let kind: TransferKind
    public let subject: EntityID
    public let from: Placement
    public let to: Placement
    /// The reason, as the user stated it.
    public let reason: String?
    /// The due date of a charge-out; nil for none.
    public let due: Timestamp?
    /// The recipient of an item or container in transit; nil if unknown or not in transit.
    public let recipient: EntityID?

    public init(
        kind: TransferKind,
        subject: EntityID,
        from: Placement,
        to: Placement,
        reason: String?,
        due: Timestamp? = nil,
        recipient: EntityID? = nil
    ) {
        self.kind = kind
        self.subject = subject
        self.from = from
        self.to = to
        self.reason = reason
        self.due = due
        self.recipient = recipient
    }

    /// Creates a transfer whose kind follows from its origin and destination.
    public init(
        subject: EntityID,
        from: Placement,
        to: Placement,
        home: EntityID? = nil,
        reason: String?,
        due: Timestamp? = nil,
        recipient: EntityID? = nil
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

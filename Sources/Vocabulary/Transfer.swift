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

/// The kind of a transfer, which usually follows from its origin and destination.
public enum TransferKind: String, Sendable, Hashable, CaseIterable {
    /// From place to place.
    case relocated
    /// From a place to a custodian.
    case chargedOut = "charged-out"
    /// From a custodian back to a place.
    case returned
    /// To its home location.
    case refiled
    /// From custodian to custodian.
    case handedOver = "handed-over"
    /// In transit; its arrival is not confirmed yet.
    case dispatched
    /// Not found at its expected place.
    case missed
    /// Disposed of, out of custody for good.
    case disposed

    public init(from origin: Placement, to destination: Placement, home: EntityID? = nil) {
        if let home, destination.place == home {
            self = .refiled
            return
        }
        switch (origin, destination) {
        case (.custodian, .custodian): self = .handedOver
        case (_, .custodian): self = .chargedOut
        case (_, .inTransit): self = .dispatched
        case (_, .disposed): self = .disposed
        case (.custodian, _): self = .returned
        default: self = .relocated
        }
    }
}

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

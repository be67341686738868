public import Vocabulary

/// A charge-out of one item or container.
public struct ChargeOut: Sendable, Hashable {
    public let entity: EntityID
    /// The entry of the charge-out.
    public let entry: EntryNumber
    public let custodian: EntityID
    public let since: Timestamp
    /// The due date; nil for none.
    public let due: Timestamp?
    public let renewals: Int
}

/// A transit of an entity that has not been accepted yet.
public struct Transit: Sendable, Hashable {
    public let entity: EntityID
    /// The entry that began the transit.
    public let entry: EntryNumber
    public let since: Timestamp
    /// The custodian who sent it; nil when it left a location.
    public let sender: EntityID?
    /// The custodian who is to receive it; nil when none was named.
    public let recipient: EntityID?
}

/// The placement of one entity after the last transfer that named it.
public struct DatedPlacement: Sendable, Hashable {
    public let placement: Placement
    public let entry: EntryNumber
    public let since: Timestamp
    /// The last count that saw it; nil when there was none, or it was not queried.
    public var sighting: CountSighting?
}

/// A sighting of an item or container in its expected place during a count.
public struct CountSighting: Sendable, Hashable {
    /// The entry that records the count.
    public let entry: EntryNumber
    public let seenAt: Timestamp
}

/// A container, location or custodian around an item.
public struct Enclosure: Sendable, Hashable {
    public let entity: Entity
    public let isHeld: Bool
}

/// One entry in the history of an entity.
public struct HistoryStep: Sendable, Hashable {
    public let entry: Entry
    /// Direct when the entry names the entity, implied when it names a container that held it.
    public let seen: Sighting
    /// The correction that voids the entry; nil while it counts.
    public let voidedBy: EntryNumber?
}

/// An item or container to which conditions, seals or holds apply.
public struct Constraint: Sendable, Hashable {
    public let entity: EntityID
    /// The barcode on its label, as text.
    public let barcode: String
    public let type: EntityType
    public let conditions: Conditions
    public let isHeld: Bool
    /// Whether it has a seal of its own.
    public let isSealed: Bool
    /// Whether it is concealed from the caller.
    public let isHidden: Bool

    public init(
        entity: EntityID,
        barcode: String,
        type: EntityType = .item,
        conditions: Conditions = .none,
        isHeld: Bool = false,
        isSealed: Bool = false,
        isHidden: Bool = false
    ) {
        self.entity = entity
        self.barcode = barcode
        self.type = type
        self.conditions = conditions
        self.isHeld = isHeld
        self.isSealed = isSealed
        self.isHidden = isHidden
    }
}

/// The position in a list that is ordered by a time of each entity: after this entity.
public struct MomentCursor: Sendable, Hashable, CustomStringConvertible {
    /// When the entity was due, or its transit began.
    public let moment: Timestamp
    public let entity: EntityID

    public init(moment: Timestamp, entity: EntityID) {
        self.moment = moment
        self.entity = entity
    }

    /// Parses ``description``; nil for any other text.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let moment = Int64(parts[0]), let entity = Int64(parts[1]), moment >= 0,
            entity > 0
        else { return nil }
        self.init(moment: Timestamp(clamping: moment), entity: EntityID(rawValue: entity))
    }

    /// Microseconds since 1970, a hyphen and the number of the entity.
    public var description: String { "\(moment.microseconds)-\(entity)" }
}

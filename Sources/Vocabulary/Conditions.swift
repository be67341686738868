/// The conditions of an entity that the rules enforce, apart from its placement.
public struct Conditions: Sendable, Hashable {
    /// Whether a location is closed to further items and containers.
    public var isClosed: Bool
    /// The maximum number of items and containers directly at a location; nil for no limit.
    public var capacity: Int?
    /// Whether an earlier version sealed the entity by a change, without an order.
    ///
    /// Seals are now placed and lifted by order, as a ``Restriction``. This one applies until an order lifts it.
    public var wasSealedByChange: Bool
    /// The kinds of custodian who may have the item or container; empty for all.
    public var roles: [EntityKind]
    /// The locations within which the item or container must stay; empty for no restriction.
    public var rooms: [EntityID]
    /// The series of the item or container, which may have its own loan terms.
    public var series: EntityKind?

    public init(
        isClosed: Bool = false,
        capacity: Int? = nil,
        wasSealedByChange: Bool = false,
        roles: [EntityKind] = [],
        rooms: [EntityID] = [],
        series: EntityKind? = nil
    ) {
        self.isClosed = isClosed
        self.capacity = capacity
        self.wasSealedByChange = wasSealedByChange
        self.roles = roles
        self.rooms = rooms
        self.series = series
    }

    /// No conditions.
    public static let none = Conditions()

    /// Returns the conditions after `change`.
    public func applying(_ change: ConditionChange) -> Conditions {
        Conditions(
            isClosed: change.isClosed.applied(to: isClosed) ?? false,
            capacity: change.capacity.applied(to: capacity),
            wasSealedByChange: change.isSealed.applied(to: wasSealedByChange) ?? false,
            roles: change.roles.applied(to: roles) ?? [],
            rooms: change.rooms.applied(to: rooms) ?? [],
            series: change.series.applied(to: series)
        )
    }
}

/// A change to the conditions of an entity.
public typealias ConditionChange = ConditionEdits<EntityID>

/// Edits of the conditions of an entity, which name rooms by their identifier in an entry and by their barcode in a
/// request.
public struct ConditionEdits<Room: Sendable & Hashable>: Sendable, Hashable {
    /// The maximum number of roles, or rooms, to which an entity may be restricted.
    public static var mostRestrictions: Int { 64 }

    public var isClosed: Edit<Bool>
    public var capacity: Edit<Int>
    /// The seal by change in entries of earlier versions; see ``Conditions/wasSealedByChange``.
    public var isSealed: Edit<Bool>
    public var roles: Edit<[EntityKind]>
    public var rooms: Edit<[Room]>
    public var series: Edit<EntityKind>

    public init(
        isClosed: Edit<Bool> = .kept,
        capacity: Edit<Int> = .kept,
        isSealed: Edit<Bool> = .kept,
        roles: Edit<[EntityKind]> = .kept,
        rooms: Edit<[Room]> = .kept,
        series: Edit<EntityKind> = .kept
    ) {
        self.isClosed = isClosed
        self.capacity = capacity
        self.isSealed = isSealed
        self.roles = roles
        self.rooms = rooms
        self.series = series
    }

    /// No change.
    public static var none: ConditionEdits { ConditionEdits() }
}

/// The conditions of an entity that the rules enforce, apart from its placement.
public struct Conditions: Sendable, Hashable {
    /// Whether a location is closed to further items and containers.
    public var isClosed: Bool
    /// The maximum number of items and containers directly at a location; nil for no limit.
    public var capacity: Int?
    /// Whether an earlier version sealed the entity by a change, without an order.
    ///
    /// A seal by order is a ``Restriction``.
    public var isSealed: Bool
    /// The kinds of custodian who may have the item or container; empty for all.
    public var roles: [EntityKind]
    /// The locations within which the item or container must stay; empty for no restriction.
    public var rooms: [EntityID]
    /// The series of the item or container, which may have its own loan terms.
    public var series: EntityKind?

    public init(
        isClosed: Bool = false,
        capacity: Int? = nil,
        isSealed: Bool = false,
        roles: [EntityKind] = [],
        rooms: [EntityID] = [],
        series: EntityKind? = nil
    ) {
        self.isClosed = isClosed
        self.capacity = capacity
        self.isSealed = isSealed
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
            isSealed: change.isSealed.applied(to: isSealed) ?? false,
            roles: change.roles.applied(to: roles) ?? [],
            rooms: change.rooms.applied(to: rooms) ?? [],
            series: change.series.applied(to: series)
        )
    }
}

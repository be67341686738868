/// What the rules must heed about one thing, beside where it is.
public struct Conditions: Sendable, Hashable {
    /// A location that takes nothing in for now.
    public var isClosed: Bool
    /// How many things may lie directly at a location; nil for as many as fit.
    public var capacity: Int?
    /// A seal that a change of an earlier version set, without an order.
    ///
    /// A seal by order is a ``Restriction``.
    public var isSealed: Bool
    /// Kinds of custodian who may have a thing; empty for all.
    public var roles: [RecordKind]
    /// Locations that a thing may not leave, within which it may move; empty for all.
    public var rooms: [RecordID]
    /// The class of records that a thing belongs to, which may have a time of lending of its own.
    public var series: RecordKind?

    public init(
        isClosed: Bool = false,
        capacity: Int? = nil,
        isSealed: Bool = false,
        roles: [RecordKind] = [],
        rooms: [RecordID] = [],
        series: RecordKind? = nil
    ) {
        self.isClosed = isClosed
        self.capacity = capacity
        self.isSealed = isSealed
        self.roles = roles
        self.rooms = rooms
        self.series = series
    }

    /// A thing that nothing special is known of.
    public static let none = Conditions()

    /// The conditions after `change`.
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

/// A change to the conditions of an entity.
public struct ConditionChange: Sendable, Hashable {
    /// The maximum number of roles, or rooms, to which an entity may be restricted.
    public static let mostRestrictions = 64

    public var isClosed: Edit<Bool>
    public var capacity: Edit<Int>
    public var isSealed: Edit<Bool>
    public var roles: Edit<[EntityKind]>
    public var rooms: Edit<[EntityID]>
    public var series: Edit<EntityKind>

    public init(
        isClosed: Edit<Bool> = .kept,
        capacity: Edit<Int> = .kept,
        isSealed: Edit<Bool> = .kept,
        roles: Edit<[EntityKind]> = .kept,
        rooms: Edit<[EntityID]> = .kept,
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
    public static let none = ConditionChange()
}

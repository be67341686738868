/// What a change does to the conditions of a thing.
public struct ConditionChange: Sendable, Hashable {
    /// The most roles, or rooms, that a thing may be restricted to.
    public static let mostRestrictions = 64

    public var isClosed: Edit<Bool>
    public var capacity: Edit<Int>
    public var isSealed: Edit<Bool>
    public var roles: Edit<[RecordKind]>
    public var rooms: Edit<[RecordID]>
    public var series: Edit<RecordKind>

    public init(
        isClosed: Edit<Bool> = .kept,
        capacity: Edit<Int> = .kept,
        isSealed: Edit<Bool> = .kept,
        roles: Edit<[RecordKind]> = .kept,
        rooms: Edit<[RecordID]> = .kept,
        series: Edit<RecordKind> = .kept
    ) {
        self.isClosed = isClosed
        self.capacity = capacity
        self.isSealed = isSealed
        self.roles = roles
        self.rooms = rooms
        self.series = series
    }

    /// A change of nothing.
    public static let none = ConditionChange()
}

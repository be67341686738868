/// A change to the conditions of a record.
public struct ConditionChange: Sendable, Hashable {
    /// The maximum number of roles, or rooms, to which a record may be restricted.
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

    /// No change.
    public static let none = ConditionChange()
}

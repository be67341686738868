public import Barcodes
public import Vocabulary

/// Requested changes to the conditions of an entity.
public struct NewConditions: Sendable, Hashable {
    /// For locations: whether it is closed to further items and containers.
    public var isClosed: Bool?
    /// For locations: the maximum number of items and containers directly there.
    public var capacity: Edit<Int>
    /// For items and containers: the kinds of custodian who may have it.
    public var roles: Edit<[EntityKind]>
    /// For items and containers: the locations within which it must stay.
    public var rooms: Edit<[Barcode]>
    /// For items and containers: the series whose loan terms apply.
    public var series: Edit<EntityKind>

    public init(
        isClosed: Bool? = nil,
        capacity: Edit<Int> = .kept,
        roles: Edit<[EntityKind]> = .kept,
        rooms: Edit<[Barcode]> = .kept,
        series: Edit<EntityKind> = .kept
    ) {
        self.isClosed = isClosed
        self.capacity = capacity
        self.roles = roles
        self.rooms = rooms
        self.series = series
    }

    /// No changes.
    public static let none = NewConditions()
}

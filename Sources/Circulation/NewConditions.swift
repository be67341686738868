public import Barcodes
public import Records

/// What somebody wants the rules to heed about a thing from now on.
public struct NewConditions: Sendable, Hashable {
    /// Of locations: whether nothing more may be put there.
    public var isClosed: Bool?
    /// Of locations: how many things may lie directly there.
    public var capacity: Edit<Int>
    /// Of boxes and items: kinds of custodian who may have it.
    public var roles: Edit<[RecordKind]>
    /// Of boxes and items: locations within which it must stay.
    public var rooms: Edit<[Barcode]>
    /// Of boxes and items: the class that its time of lending follows.
    public var series: Edit<RecordKind>

    public init(
        isClosed: Bool? = nil,
        capacity: Edit<Int> = .kept,
        roles: Edit<[RecordKind]> = .kept,
        rooms: Edit<[Barcode]> = .kept,
        series: Edit<RecordKind> = .kept
    ) {
        self.isClosed = isClosed
        self.capacity = capacity
        self.roles = roles
        self.rooms = rooms
        self.series = series
    }

    /// Nothing different.
    public static let none = NewConditions()
}

public import Barcodes
public import Records
import TransferLog

/// A record with the barcodes of the places that it refers to.
public struct RecordLine: Sendable, Hashable {
    public let record: Record
    public let home: Barcode?
    public let parent: Barcode?
    public let conditions: Conditions
    /// The barcodes of the rooms in the conditions.
    public let rooms: [Barcode]
    /// The seals, restrictions and holds that apply, including those of enclosing containers; nil in a list.
    public let orders: [OrderLine]?
    /// The entry that a request wrote about the record; nil if it wrote none.
    public var entry: EntryNumber?

    init(_ record: Record, in view: LogView, withOrders: Bool = false) throws {
        self.record = record
        self.home = try record.home.flatMap { try view.record($0)?.barcode }
        self.parent = try record.parent.map { try Circulation.known($0, in: view).barcode }
        self.conditions = try view.conditions(of: record.id)
        self.orders = try withOrders ? Circulation.orders(binding: record, in: view) : nil
        self.rooms = try conditions.rooms.map { try Circulation.known($0, in: view).barcode }
    }
}

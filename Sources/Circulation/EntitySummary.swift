public import Barcodes
import TransferLog
public import Vocabulary

/// An entity with the barcodes of the places that it refers to.
public struct EntitySummary: Sendable, Hashable {
    public let entity: Entity
    public let home: Barcode?
    public let parent: Barcode?
    public let conditions: Conditions
    /// The barcodes of the rooms in the conditions.
    public let rooms: [Barcode]
    /// The seals, restrictions and holds that apply, including those of enclosing containers; nil in a list.
    public let orders: [OrderSummary]?
    /// The entry that a request wrote about the entity; nil if it wrote none.
    public var entry: EntryNumber?

    init(_ entity: Entity, in view: LogView, withOrders: Bool = false) throws {
        self.entity = entity
        self.home = try entity.home.flatMap { try view.entity($0)?.barcode }
        self.parent = try entity.parent.map { try Circulation.known($0, in: view).barcode }
        self.conditions = try view.conditions(of: entity.id)
        self.orders = try withOrders ? Circulation.orders(binding: entity, in: view) : nil
        self.rooms = try conditions.rooms.map { try Circulation.known($0, in: view).barcode }
    }
}

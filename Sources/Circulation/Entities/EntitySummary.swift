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

extension Circulation {
    /// Returns the entity with this barcode; refused if there is none.
    ///
    /// - Throws: ``Refusal`` if no entity has this barcode; `TransferLogError` if the log cannot be read.
    public func entity(_ barcode: Barcode) async throws -> EntitySummary {
        try await read { view in
            let entity = try Self.known(barcode, in: view)
            try view.witnessTitle(of: entity)
            return try EntitySummary(entity, in: view, withOrders: true)
        }
    }

    /// Returns when the entity was registered, by the clock of the device that read it.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func registration(of entity: EntityID) async throws -> Timestamp {
        try await read { try $0.entry(entity.registration).occurredAt }
    }

    /// Lists entities of one type that were registered after `cursor`.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func entities(
        of type: EntityType,
        after cursor: EntityID?,
        limit: Int
    ) async throws -> Listed<EntitySummary, EntityID> {
        try await read { view in
            try Listed(after: cursor, limit: limit, in: view, place: \.entity.id) { view in
                try view.entityCounts()[type] ?? 0
            } rows: { view, cursor, limit in
                try view.entities(of: type, after: cursor, limit: limit).map { try EntitySummary($0, in: view) }
            }
        }
    }

    /// Returns the number of entities, entries and readings, for the status.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func counts() async throws -> LogCounts {
        try await read { view in
            LogCounts(
                entities: try view.entityCounts(),
                entries: try view.newestEntry()?.rawValue ?? 0,
                readings: try view.readingCount()
            )
        }
    }
}

/// The number of entities, entries and readings in the log.
public struct LogCounts: Sendable, Hashable {
    public let entities: [EntityType: Int]
    public let entries: Int64
    public let readings: Int
}

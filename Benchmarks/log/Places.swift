import Barcodes
import TransferLog
import Vocabulary

/// Where the boxes of a benchmark come and go.
struct Places: Sendable {
    /// Locations that stand around the shelves.
    static let count = 3

    let room: EntityID
    let clerk: EntityID

    /// Registers them, or finds them when the log has them.
    init(in transaction: LogTransaction) throws {
        let clerk = try Fill.barcode(.custodian, 0)
        if let clerk = try transaction.view.entity(barcode: clerk),
            let room = try transaction.view.entity(barcode: try Fill.barcode(.location, Self.count - 1))
        {
            self.init(room: room.id, clerk: clerk.id)
            return
        }
        var room: EntityID?
        for (number, name) in ["Archive", "Floor 1", "Room 1"].enumerated() {
            let barcode = try Fill.barcode(.location, number)
            room = try Self.register(.location, barcode, name, parent: room, in: transaction)
        }
        guard let room else { throw LogBenchmark.Failure("cannot register a room") }
        self.init(room: room, clerk: try Self.register(.custodian, clerk, "A. Clerk", in: transaction))
    }

    private init(room: EntityID, clerk: EntityID) {
        self.room = room
        self.clerk = clerk
    }

    static func register(
        _ type: EntityType,
        _ barcode: Barcode,
        _ title: String,
        home: EntityID? = nil,
        parent: EntityID? = nil,
        in transaction: LogTransaction
    ) throws -> EntityID {
        let registration = Registration(
            type: type,
            kind: type.standardKind,
            barcode: barcode,
            origin: .minted,
            title: title,
            home: home,
            parent: parent
        )
        let entry = try transaction.append(.registered(registration), by: Attribution(principal: .user(1_000)))
        return EntityID(registeredBy: entry.number)
    }
}

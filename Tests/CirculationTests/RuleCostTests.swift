import Barcodes
import GRDB
import Records
import Testing

import struct Records.Record

@testable import Circulation
@testable import TransferLog

/// What the rules ask the database does not grow with what is in a box.
@Suite struct RuleCostTests {
    @Test func aBoxOfFiveHundredIsMovedByAsManyQuestionsAsAnEmptyOne() async throws {
        try await StationWorld.with { world in
            let circulation = world.circulation
            let empty = try await world.box(with: 0)
            let full = try await world.box(with: 500)
            let shelf = try await world.log.read { try #require(try $0.record(barcode: try world.barcode("shelf2"))) }
            // The first move prepares the statements.
            _ = try await world.cost(of: try await world.box(with: 1), to: shelf, circulation.settings)
            let one = try await world.cost(of: empty, to: shelf, circulation.settings)
            let many = try await world.cost(of: full, to: shelf, circulation.settings)
            #expect(many.statements == one.statements)
            #expect(many.entries == 1)
            // What is sealed in it is found all the same.
            let ann = try await world.log.read { try #require(try $0.record(barcode: try world.barcode("ann"))) }
            try await world.seal(500, of: full)
            await #expect(throws: Refusal.self) { try await world.cost(of: full, to: ann, circulation.settings) }
        }
    }
}

extension StationWorld {
    /// Registers a box with so many folders in it.
    func box(with folders: Int) async throws -> Record {
        let box = try await circulation.register(NewRecord(type: .container), by: admin).record
        try await log.write { transaction in
            for serial in 0..<folders {
                let number = 1_000 + Int(box.id.rawValue) * 1_000 + serial
                let label = MintedBarcode(prefix: .item, site: .standard, serial: number)
                let registration = Registration(
                    type: .item,
                    kind: .folder,
                    barcode: label.map { Barcode($0) },
                    origin: .given,
                    title: nil,
                    home: nil,
                    parent: nil
                )
                let entry = try transaction.append(.registered(registration), by: admin)
                let transfer = Transfer(
                    subject: RecordID(registeredBy: entry.number),
                    from: .unknown,
                    to: .container(box.id),
                    reason: nil
                )
                try transaction.append(.transferred(transfer), by: admin)
            }
        }
        return box
    }

    /// Seals the folder with this place in the box.
    func seal(_ count: Int, of box: Record) async throws {
        try await log.write { transaction in
            let inside = try transaction.view.contents(of: box.id, after: nil, limit: count)
            let last = try #require(inside.last).0
            let change = Change(subject: last.id, conditions: ConditionChange(isSealed: .set(true)))
            try transaction.append(.changed(change), by: admin)
        }
    }

    /// How many statements a move takes, and how many entries it writes.
    func cost(
        of box: Record,
        to place: Record,
        _ settings: CirculationSettings
    ) async throws -> (statements: Int, entries: Int) {
        try await log.write { transaction in
            let counter = StatementCounter()
            transaction.db.trace { counter.note("\($0)") }
            defer { transaction.db.trace(options: []) }
            let placement = try #require(Placement(at: place))
            var mover = try Mover(MoveOrder(to: placement), in: transaction, settings: settings)
            let entry = try mover.move(box, by: admin)
            return (counter.count, entry == nil ? 0 : 1)
        }
    }
}

/// Counts what a transaction asks; it belongs to the writer's thread.
private final class StatementCounter {
    private(set) var count = 0

    /// Nodes of the tree depend on the number of the entry, and on nothing that is moved.
    func note(_ statement: String) {
        if !statement.hasPrefix("INSERT INTO node") { count += 1 }
    }
}

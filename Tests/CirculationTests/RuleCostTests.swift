import Barcodes
import GRDB
import Synchronization
import Testing
import Vocabulary

import struct Vocabulary.Entity

@testable import Circulation
@testable import Stations
@testable import TransferLog

/// What the rules ask the database grows neither with what is in a box nor with how many things are moved.
@Suite struct RuleCostTests {
    private static let kinds = ["move", "charge-out", "return", "hand-over", "refile", "back-dated", "separate"]

    /// Two things or two hundred: as many questions, and for each thing what its own entry writes.
    @Test(arguments: kinds) func manyAreMovedByAsManyQuestionsAsTwo(kind: String) async throws {
        try await StationWorld.with { world in
            let settings = CirculationSettings(separatesDuties: kind == "separate")
            world.circulation.adopt(settings)
            var counts: [Int] = []
            // The first prepares the statements.
            for (round, count) in [2, 2, 200].enumerated() {
                let things = try await world.things(count, from: 1_000 * (round + 1), for: kind)
                let questions = QuestionCounter()
                try await world.log.write { transaction in transaction.db.trace { questions.note("\($0)") } }
                let movements = try await world.move(things, kind)
                try await world.log.write { $0.db.trace(options: []) }
                #expect(movements.count == count && movements.allSatisfy { $0.entry != nil })
                #expect(movements.map(\.entity.barcode) == things)
                counts.append(questions.count)
            }
            #expect(counts[1] == counts[2], "\(kind): \(counts)")
            #expect(counts[1] > 0)
        }
    }

    @Test func aBoxOfFiveHundredIsMovedByAsManyQuestionsAsAnEmptyOne() async throws {
        try await StationWorld.with { world in
            let circulation = world.circulation
            let empty = try await world.box(with: 0)
            let full = try await world.box(with: 500)
            let shelf = try await world.log.read { try #require(try $0.entity(barcode: try world.barcode("shelf2"))) }
            // The first move prepares the statements.
            _ = try await world.cost(of: try await world.box(with: 1), to: shelf, circulation.settings)
            let one = try await world.cost(of: empty, to: shelf, circulation.settings)
            let many = try await world.cost(of: full, to: shelf, circulation.settings)
            #expect(many.statements == one.statements)
            #expect(many.entries == 1)
            // What is sealed in it is found all the same.
            let ann = try await world.log.read { try #require(try $0.entity(barcode: try world.barcode("ann"))) }
            try await world.seal(500, of: full)
            await #expect(throws: Refusal.self) { try await world.cost(of: full, to: ann, circulation.settings) }
        }
    }

    /// A seal is set, moved and lifted by as many statements whatever lies below it, and what is open costs nothing.
    @Test func aSealCostsTheSameHoweverMuchItCovers() async throws {
        try await StationWorld.with { world in
            let settings = world.circulation.settings
            let shelf = try await world.circulation.entity(try world.barcode("shelf2")).entity
            let shelf1 = try await world.circulation.entity(try world.barcode("shelf")).entity
            var costs: [[Int]] = []
            for count in [1, 1, 500] {
                let box = try await world.box(with: count)
                _ = try await world.cost(of: box, to: shelf1, settings)
                let open = try await world.cost(of: box, to: shelf, settings).statements
                let set = try await world.restriction(of: box, to: .sealed)
                let moved = try await world.cost(of: box, to: shelf1, settings).statements
                let lifted = try await world.restriction(of: box, to: .open)
                costs.append([open, set, moved, lifted])
            }
            #expect(costs[1] == costs[2])
            #expect(costs[2][0] == costs[2][2])
        }
    }
}

extension StationWorld {
    /// How many statements it takes to restrict a box.
    func restriction(of box: Entity, to level: Restriction.Level) async throws -> Int {
        try await log.write { transaction in
            let counter = StatementCounter()
            transaction.db.trace { counter.note("\($0)") }
            defer { transaction.db.trace(options: []) }
            let restriction = Restriction(subject: box.id, from: .open, to: level, order: nil, reason: nil)
            try transaction.append(.restricted(restriction), by: admin)
            return counter.count
        }
    }

    /// Registers folders that can be moved as `kind` says.
    func things(_ count: Int, from serial: Int, for kind: String) async throws -> [Barcode] {
        let shelf = try await circulation.entity(try barcode("shelf")).entity
        let ann = try await circulation.entity(try barcode("ann")).entity
        let isLent = kind == "return" || kind == "hand-over" || kind == "refile"
        return try await log.write { transaction in
            try (serial..<serial + count).map { serial in
                let label = Barcode(try #require(MintedBarcode(prefix: .item, site: .standard, serial: serial)))
                let registration = Registration(
                    type: .item,
                    kind: .folder,
                    barcode: label,
                    origin: .given,
                    title: nil,
                    home: shelf.id,
                    parent: nil
                )
                let entry = try transaction.append(.registered(registration), by: admin)
                let transfer = Transfer(
                    subject: EntityID(registeredBy: entry.number),
                    from: .unknown,
                    to: isLent ? .custodian(ann.id) : .location(shelf.id),
                    reason: nil
                )
                try transaction.append(.transferred(transfer), by: admin)
                return label
            }
        }
    }

    func move(_ things: [Barcode], _ kind: String) async throws -> [Movement] {
        let (shelf, ann, bob) = (try barcode("shelf2"), try barcode("ann"), try barcode("bob"))
        switch kind {
        case "charge-out": return try await circulation.chargeOut(things, to: bob, by: admin)
        case "return": return try await circulation.giveBack(things, to: shelf, by: admin)
        case "hand-over": return try await circulation.handOver(things, HandOver(from: ann, to: bob), by: admin)
        case "refile": return try await circulation.refile(things, by: admin)
        case "back-dated":
            let time = Timestamp(clamping: UTCClock.system.now().microseconds - 1_000)
            let why = try FreeText("told late")
            let move = NewMove(things, to: .place(shelf), reason: why, occurredAt: time)
            return try await circulation.move(move, by: admin)
        default: return try await circulation.move(NewMove(things, to: .place(shelf)), by: admin)
        }
    }

    /// Registers a box with so many folders in it.
    func box(with folders: Int) async throws -> Entity {
        let box = try await circulation.register(NewEntity(type: .container), by: admin).entity
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
                    subject: EntityID(registeredBy: entry.number),
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
    func seal(_ count: Int, of box: Entity) async throws {
        try await log.write { transaction in
            let inside = try transaction.view.contents(of: box.id, after: nil, limit: count)
            let last = try #require(inside.last).0
            let seal = Restriction(subject: last.id, from: .open, to: .sealed, order: "26-CR-7", reason: nil)
            try transaction.append(.restricted(seal), by: admin)
        }
    }

    /// How many statements a move takes, and how many entries it writes.
    func cost(
        of box: Entity,
        to place: Entity,
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

/// Counts what is asked, and not what is written.
private final class QuestionCounter: Sendable {
    private let state = Mutex(0)

    var count: Int { state.withLock { $0 } }

    func note(_ statement: String) {
        guard statement.hasPrefix("SELECT") || statement.hasPrefix("WITH") else { return }
        state.withLock { $0 += 1 }
    }
}

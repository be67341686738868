import GRDB
import Localization
import LogTables
import Testing
import Vocabulary

@testable import TransferLog

/// The table of what is concealed follows from seals, restrictions and placements, however it came to be.
@Suite struct ConcealmentTableTests {
    private static let by = Attribution(principal: .user(1))

    /// What each thing's level should be, from the other tables and by another way.
    private static func levels(_ db: Database) throws -> [Int64: Int] {
        var own: [Int64: Int] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT record, level FROM restriction") { own[row[0]] = row[1] }
        for row in try Row.fetchAll(db, sql: "SELECT record FROM condition WHERE isSealed = 1") {
            own[row[0]] = max(own[row[0]] ?? 0, 2)
        }
        var boxes: [Int64: Int64] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT record, place FROM placement WHERE kind = 'container'") {
            boxes[row[0]] = row[1]
        }
        var levels: [Int64: Int] = [:]
        for id in try Int64.fetchAll(db, sql: "SELECT id FROM record") {
            var level = own[id] ?? 0
            var box = boxes[id]
            while let outer = box {
                level = max(level, min(own[outer] ?? 0, 2))
                box = boxes[outer]
            }
            if level > 0 { levels[id] = level }
        }
        return levels
    }

    @Test(arguments: 1...6) func itIsWhatTheOtherTablesSayAfterEveryEntry(seed: UInt64) async throws {
        try await ScratchLog.with { scratch in
            var history = RandomHistory(seed: 4_700 + seed)
            var covered = 0
            for _ in 0..<60 {
                try await history.write(10, to: scratch.log)
                covered += try await scratch.log.read { view in
                    let expected = try Self.levels(view.db)
                    for source in [ConcealmentTables.Source.table, .derived] {
                        let sql = "SELECT record, level FROM \(source.sql)"
                        let rows = try Row.fetchAll(view.db, sql: sql)
                        let found = Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as Int64, $0[1] as Int) })
                        #expect(found == expected)
                    }
                    return expected.count
                }
            }
            #expect(covered > 0)
            #expect(try await scratch.log.verify().problems == [])
            try await scratch.log.rebuild()
            #expect(try await scratch.log.verify().problems == [])
        }
    }

    /// A crate, a box in it, and a folder in the box.
    private static func nest(_ scratch: ScratchLog) async throws -> (crate: EntityID, box: EntityID, folder: EntityID) {
        let crate = try await scratch.register(.container, 1)
        let box = try await scratch.register(.container, 2)
        let folder = try await scratch.register(.item, 3)
        try await scratch.move(box, to: .container(crate))
        try await scratch.move(folder, to: .container(box))
        return (crate, box, folder)
    }

    private static func restrict(_ id: EntityID, to level: Restriction.Level, in log: TransferLog) async throws {
        let restriction = Restriction(subject: id, from: .open, to: level, order: "26-CR-7", reason: nil)
        try await log.write { _ = try $0.append(.restricted(restriction), by: by) }
    }

    @Test func rowsThatSomebodyTookAwayAreNoticed() async throws {
        for damage in ["DELETE FROM concealment", "UPDATE concealment SET level = 1 WHERE record = 3"] {
            try await ScratchLog.with { scratch in
                let things = try await Self.nest(scratch)
                try await Self.restrict(things.crate, to: .sealed, in: scratch.log)
                #expect(try await scratch.log.verify().problems == [])
                try await scratch.log.write { try $0.db.execute(sql: damage) }
                let problems = try await scratch.log.verify().problems.map(\.english)
                #expect(problems.count == 1 && problems.first?.contains("the table concealment") == true, "\(problems)")
                try await scratch.log.rebuild()
                #expect(try await scratch.log.verify().problems == [])
                #expect(try await scratch.log.read(as: .restricted) { try $0.hides(things.folder) })
            }
        }
    }

    /// In a log of the version before, what lies in a sealed box was not covered; from the upgrade on it is.
    @Test func aLogOfTheVersionBeforeCoversWhatLiesInASealedBox() async throws {
        try await ScratchLog.inDirectory { directory in
            let path = directory + "/log.sqlite"
            var log = try TransferLog(path: path, clock: .ticking())
            let things = try await Self.nest(ScratchLog(log: log, path: path))
            let change = Change(subject: things.crate, conditions: ConditionChange(isSealed: .set(true)))
            try await log.write { _ = try $0.append(.changed(change), by: Self.by) }
            try log.close()
            let queue = try DatabaseQueue(path: path)
            try await queue.write { db in
                try db.execute(sql: "DROP TABLE concealment; " + Schema.concealment)
            }
            try queue.close()
            log = try TransferLog(path: path)
            #expect(try await log.verify().problems == [])
            for id in [things.crate, things.box, things.folder] {
                #expect(try await log.read(as: .restricted) { try $0.hides(id) })
                #expect(try await log.read { try $0.restriction(of: id) } == .sealed)
            }
            try log.close()
        }
    }

    /// What was expunged covers its contents like a seal, and they are not expunged themselves.
    @Test func whatLiesInAnExpungedBoxIsCoveredAndNotExpunged() async throws {
        try await ScratchLog.with { scratch in
            let things = try await Self.nest(scratch)
            let expungement = Expungement(
                subject: things.box,
                stage: .done(request: EntryNumber(rawValue: 1), erased: 0),
                order: nil,
                reason: nil
            )
            try await scratch.log.write { _ = try $0.append(.expunged(expungement), by: Self.by) }
            let levels = try await scratch.log.read { view in
                try [things.crate, things.box, things.folder].map(view.restriction)
            }
            #expect(levels == [.open, .expunged, .sealed])
        }
    }
}

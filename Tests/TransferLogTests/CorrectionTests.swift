import GRDB
import Testing
import Vocabulary

@testable import TransferLog

@Suite struct CorrectionTests {
    @Test func aVoidedMoveIsTakenBackAndCanBeReinstated() async throws {
        try await ScratchLog.with { scratch in
            let shelf = try await scratch.register(.location, 1)
            let other = try await scratch.register(.location, 2)
            let box = try await scratch.register(.container, 1)
            let first = try await scratch.move(box, to: .location(shelf))
            let second = try await scratch.move(box, to: .location(other))
            let correction = try await scratch.correct(second.number, subject: box)
            #expect(try await scratch.whereabouts(box).placement == .location(shelf))
            #expect(try await scratch.whereabouts(box).entry == first.number)
            let history = try await scratch.log.read { try $0.history(of: box, before: nil, limit: 10) }
            #expect(history.map(\.entry.number.rawValue) == [6, 5, 4, 3])
            #expect(history.map(\.voidedBy) == [nil, correction.number, nil, nil])

            try await scratch.correct(correction.number, subject: box)
            #expect(try await scratch.whereabouts(box).placement == .location(other))
            try await scratch.correct(first.number, subject: box)
            #expect(try await scratch.whereabouts(box).placement == .location(other))
        }
    }

    /// A correction that is voided voids nothing, and one that is voided by a voided one voids again.
    @Test(arguments: 1...6)
    func correctionsOfCorrectionsCount(depth: Int) async throws {
        try await ScratchLog.with { scratch in
            let shelf = try await scratch.register(.location, 1)
            let other = try await scratch.register(.location, 2)
            let box = try await scratch.register(.container, 1)
            try await scratch.move(box, to: .location(shelf))
            let move = try await scratch.move(box, to: .location(other))
            var chain = [move.number]
            for _ in 0..<depth { chain.append(try await scratch.correct(chain[chain.count - 1], subject: box).number) }
            // Going back from the newest, every other one counts.
            let counting = chain.reversed().enumerated().map { ($1, $0 % 2 == 0) }
            for (number, counts) in counting {
                let by = try await scratch.log.read { try $0.voiding(of: number) }
                #expect((by == nil) == counts, "entry \(number) of \(chain)")
            }
            let place: Placement = depth % 2 == 0 ? .location(other) : .location(shelf)
            #expect(try await scratch.whereabouts(box).placement == place)
            let end = Timestamp(clamping: .max)
            #expect(try await scratch.log.read { try $0.lastPlacement(of: box, at: end)?.placement } == place)
            #expect(try await scratch.log.verify().problems == [])
            // What follows goes from there.
            #expect(try await scratch.move(box, to: .unknown).fact.from == place)
        }
    }

    /// An entry that was corrected again after its correction was voided stays voided while either counts.
    @Test func twoCorrectionsOfOneEntryBothCount() async throws {
        try await ScratchLog.with { scratch in
            let shelf = try await scratch.register(.location, 1)
            let box = try await scratch.register(.container, 1)
            let move = try await scratch.move(box, to: .location(shelf)).number
            let first = try await scratch.correct(move, subject: box).number
            let undone = try await scratch.correct(first, subject: box).number
            let second = try await scratch.correct(move, subject: box).number
            let again = try await scratch.correct(undone, subject: box).number
            func voiding(_ number: EntryNumber) async throws -> EntryNumber? {
                try await scratch.log.read { try $0.voiding(of: number) }
            }
            #expect(try await voiding(move) == second)
            #expect(try await voiding(undone) == again)
            #expect(try await voiding(first) == nil)
            try await scratch.correct(second, subject: box)
            #expect(try await voiding(move) == first)
            #expect(try await scratch.log.verify().problems == [])
        }
    }

    /// Tables in which a third-level correction voided nothing are worked out anew when the log is brought up to date.
    @Test func logsOfEarlierVersionsTakeThirdCorrectionsOver() async throws {
        try await ScratchLog.inDirectory { directory in
            let path = directory + "/log.sqlite"
            let scratch = ScratchLog(log: try TransferLog(path: path, clock: .ticking()), path: path)
            let shelf = try await scratch.register(.location, 1)
            let box = try await scratch.register(.container, 1)
            let move = try await scratch.move(box, to: .location(shelf))
            var last = move.number
            for _ in 0..<3 { last = try await scratch.correct(last, subject: box).number }
            try scratch.log.close()
            let queue = try DatabaseQueue(path: path)
            try await queue.write { db in
                try db.execute(sql: "DELETE FROM voided WHERE entry = \(move.number)")
                try db.execute(
                    sql: "INSERT INTO placement VALUES (?, 'location', ?, ?, ?)",
                    arguments: [
                        box.rawValue, shelf.rawValue, move.number.rawValue, move.occurredAt.microseconds,
                    ]
                )
                // As the version before made it.
                try db.execute(
                    sql: """
                        DROP TRIGGER requestForgotten; DROP TABLE response; DROP TABLE requestRecord;
                        DROP TRIGGER readingForgotten; DROP TRIGGER accessForgotten;
                        DROP TABLE evidence; DROP TABLE committedEvidence;
                        DROP INDEX entryOfLog; DROP INDEX printLabelDoubtful; DROP TABLE printOverride;
                        ALTER TABLE printLabel DROP COLUMN jobName; ALTER TABLE printBatch DROP COLUMN mediaDoubt;
                        DELETE FROM grdb_migrations WHERE identifier IN ('v11', 'v12', 'v13', 'v14')
                        """
                )
            }
            try queue.close()
            let log = try TransferLog(path: path)
            #expect(try await log.read { try $0.lastPlacement(of: box) } == nil)
            #expect(try await log.verify().problems == [])
            try log.close()
        }
    }

    @Test func aVoidedChangeGivesTheTitleBack() async throws {
        try await ScratchLog.with { scratch in
            let box = try await scratch.register(.container, 1)
            let change = try await scratch.log.write { transaction in
                try transaction.append(
                    .changed(Change(subject: box, title: .set("new"), kind: .set(.crate))),
                    by: Attribution(principal: .daemon)
                )
            }
            #expect(try await scratch.log.read { try $0.entity(box)?.title } == "new")
            try await scratch.correct(change.number, subject: box)
            let entity = try await scratch.log.read { try $0.entity(box) }
            #expect(entity?.title == "container 1")
            #expect(entity?.kind == .box)
        }
    }

    /// Somebody remembers a move of yesterday: it takes its place in the past and does not undo today's.
    @Test func aLateWordDoesNotUndoWhatHappenedSince() async throws {
        try await ScratchLog.with { scratch in
            let shelf = try await scratch.register(.location, 1)
            let desk = try await scratch.register(.location, 2)
            let box = try await scratch.register(.container, 1)
            let first = try await scratch.move(box, to: .location(shelf))
            _ = try await scratch.register(.item, 1)
            let between = first.occurredAt.advanced(bySeconds: 1)
            let last = try await scratch.move(box, to: .location(shelf))
            #expect(between < last.occurredAt)
            try await scratch.state(box, to: .location(desk), at: between)
            #expect(try await scratch.whereabouts(box).placement == .location(shelf))

            let then = try await scratch.log.read { try $0.whereabouts(of: try $0.existing(box), at: between) }
            #expect(then.placement == .location(desk))
            let before = try await scratch.log.read {
                try $0.whereabouts(of: try $0.existing(box), at: first.occurredAt)
            }
            #expect(before.placement == .location(shelf))
            let onDesk = try await scratch.log.read { try $0.contents(of: desk, at: between, after: nil, limit: 10) }
            #expect(onDesk.map(\.0.id) == [box])
            let later = try await scratch.log.read {
                try $0.contents(of: desk, at: last.occurredAt, after: nil, limit: 10)
            }
            #expect(later.isEmpty)
        }
    }

    @Test func whatIsStatedAfterwardsIsMarked() async throws {
        try await ScratchLog.with { scratch in
            let shelf = try await scratch.register(.location, 1)
            let box = try await scratch.register(.container, 1)
            let entry = try await scratch.state(box, to: .location(shelf), at: Timestamp(clamping: 5))
            let stored = try await scratch.log.read { try $0.entry(entry.number) }
            #expect(stored.isBackDated)
            #expect(stored.occurredAt == Timestamp(clamping: 5))
            #expect(stored.recordedAt > stored.occurredAt)
        }
    }
}

extension Fact {
    fileprivate var from: Placement? {
        guard case .transferred(let transfer) = self else { return nil }
        return transfer.from
    }
}

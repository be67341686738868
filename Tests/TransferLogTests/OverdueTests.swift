import GRDB
import Testing
import Vocabulary

import struct Vocabulary.Entity

@testable import TransferLog

/// What is late is found by the day it was due, however much is charged out.
@Suite struct OverdueTests {
    private static let now = Timestamp(clamping: 1_800_000_000_000_000)

    /// A log in which two people have things; of some the day is over, and some have none.
    private static func with(
        _ count: Int,
        _ body: (ScratchLog, [EntityID], [EntityID: Timestamp]) async throws -> Void
    ) async throws {
        try await ScratchLog.with { scratch in
            let people = [try await scratch.register(.custodian, 1), try await scratch.register(.custodian, 2)]
            var late: [EntityID: Timestamp] = [:]
            for serial in 0..<count {
                let item = try await scratch.register(.item, serial + 1)
                // Not in the order of the numbers, and several on one day.
                let day = Int64((serial * 7) % 11 - 8)
                let due = serial % 6 == 0 ? nil : Timestamp(clamping: now.microseconds + day * 86_400_000_000)
                let transfer = Transfer(
                    subject: item,
                    from: .unknown,
                    to: .custodian(people[serial % 2]),
                    reason: nil,
                    due: due
                )
                try await scratch.log.write { transaction in
                    _ = try transaction.append(.transferred(transfer), by: Attribution(principal: .daemon))
                }
                if let due, due < now { late[item] = due }
            }
            try await body(scratch, people, late)
        }
    }

    @Test func pagesGoOnWhereTheLastEnded() async throws {
        try await Self.with(60) { scratch, people, late in
            for person in [nil] + people.map(Optional.some) {
                var found: [ChargeOut] = []
                var cursor: MomentCursor?
                while true {
                    let after = cursor
                    let page = try await scratch.log.read { view in
                        try view.overdue(of: person, at: Self.now, after: after, limit: 7).map(\.1)
                    }
                    found += page
                    guard page.count == 7, let last = page.last, let due = last.due else { break }
                    cursor = MomentCursor("\(MomentCursor(moment: due, entity: last.entity))")
                    #expect(cursor != nil)
                }
                let keys = found.compactMap { loan in loan.due.map { [$0.microseconds, loan.entity.rawValue] } }
                #expect(keys.count == found.count && keys.isSorted)
                let expected = late.keys.filter { item in
                    person == nil || found.first { $0.entity == item }?.custodian == person
                }
                #expect(Set(found.map(\.entity)).isSubset(of: late.keys))
                #expect(person != nil || found.count == late.count)
                #expect(found.count == expected.count)
            }
        }
    }

    @Test(arguments: [Clearance.open, .everything]) func noPageLooksAtEverything(clearance: Clearance) async throws {
        try await Self.with(12) { scratch, people, _ in
            let cursors = [nil, MomentCursor(moment: Timestamp(clamping: 1), entity: people[0])]
            for (person, index) in [(EntityID?.none, "loanByDue"), (people[0], "loanByCustodianDue")] {
                for cursor in cursors {
                    let plan = try await scratch.log.read(as: clearance) { view in
                        try Self.plan(of: "FROM loan", in: view) {
                            _ = try view.overdue(of: person, at: Self.now, after: cursor, limit: 5)
                        }
                    }
                    #expect(plan.contains { $0.contains("USING INDEX \(index) ") }, "\(plan)")
                    #expect(!plan.contains { $0.contains("SCAN") || $0.contains("TEMP B-TREE") }, "\(plan)")
                }
            }
            let open = try await scratch.log.read(as: clearance) { view in
                try Self.plan(of: "FROM pullLine", in: view) { _ = try view.openPullLists(before: nil, limit: 5) }
            }
            #expect(!open.contains { $0.hasPrefix("SCAN") && !$0.contains("pullLineOpen") }, "\(open)")
        }
    }

    /// As many statements for a long page as for a short one.
    @Test func aPageIsOneQuestionWithTheNamesInIt() async throws {
        try await Self.with(60) { scratch, _, _ in
            var counts: [Int] = []
            for limit in [3, 3, 30] {
                counts.append(
                    try await scratch.log.read(as: .open) { view in
                        try Self.statements(in: view) {
                            _ = try view.overdue(at: Self.now, after: nil, limit: limit)
                        }.count
                    }
                )
            }
            #expect(counts[1] == counts[2] && counts[1] > 0, "\(counts)")
        }
    }

    @Test func whatIsOnItsWayHasPages() async throws {
        try await ScratchLog.with { scratch in
            var items: [EntityID] = []
            for serial in 1...23 { items.append(try await scratch.register(.item, serial)) }
            // Several at once, so that a moment alone is no place to go on from.
            for some in [items[5...], items[..<5]] {
                try await scratch.log.write { transaction in
                    for item in some {
                        let transfer = Transfer(subject: item, from: .unknown, to: .inTransit, reason: nil)
                        _ = try transaction.append(.transferred(transfer), by: Attribution(principal: .daemon))
                    }
                }
            }
            var found: [EntityID] = []
            var cursor: MomentCursor?
            while true {
                let after = cursor
                let (page, plan) = try await scratch.log.read { view in
                    var page: [(Entity, Transit)] = []
                    let plan = try Self.plan(of: "FROM transit", in: view) {
                        page = try view.transits(since: Timestamp(clamping: .max), after: after, limit: 4)
                    }
                    return (page, plan)
                }
                #expect(!plan.contains { $0.contains("SCAN") || $0.contains("TEMP B-TREE") }, "\(plan)")
                found += page.map(\.0.id)
                guard page.count == 4, let last = page.last else { break }
                cursor = MomentCursor("\(MomentCursor(moment: last.1.since, entity: last.0.id))")
                #expect(cursor != nil)
            }
            #expect(found.count == items.count)
            #expect(Set(found) == Set(items))
        }
    }

    @Test(arguments: ["", "1", "1-", "-1", "1-2-3", "1-0", "a-b", "-5-1", "99999999999999999999-1"])
    func nothingElseIsACursor(text: String) { #expect(MomentCursor(text) == nil) }

    private static func statements(in view: LogView, _ body: () throws -> Void) throws -> [String] {
        let log = StatementLog()
        view.db.trace { event in
            if case .statement(let statement) = event { log.texts.append(statement.expandedSQL) }
        }
        defer { view.db.trace(options: []) }
        try body()
        return log.texts
    }

    /// How SQLite goes about the statement of `body` that has these words.
    private static func plan(of words: String, in view: LogView, _ body: () throws -> Void) throws -> [String] {
        let statement = try #require(try statements(in: view, body).first { $0.contains(words) })
        return try Row.fetchAll(view.db, sql: "EXPLAIN QUERY PLAN \(statement)").map { $0["detail"] }
    }
}

/// It belongs to the thread that looks.
private final class StatementLog {
    var texts: [String] = []
}

extension [[Int64]] {
    fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) } }
}

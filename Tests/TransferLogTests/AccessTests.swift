import Barcodes
import Foundation
import GRDB
import LogEntries
import Testing
import Vocabulary

@testable import TransferLog

/// The record of who looked.
@Suite struct AccessTests {
    private static let day: Int64 = 86_400_000_000

    private func row(onDay day: Int64, _ route: String = "GET /v1/access") -> Access {
        Access(
            at: Timestamp(clamping: day * Self.day),
            principal: .user(1_000),
            roles: [.auditor, .clerk],
            act: .record,
            route: route,
            isGranted: true
        )
    }

    @Test func rowsComeBackAsTheyWereWritten() async throws {
        try await ScratchLog.inDirectory { directory in
            let log = try TransferLog(path: directory + "/log.sqlite")
            let access = Access(
                at: Timestamp(clamping: 17),
                principal: .custodian(EntityID(rawValue: 9)),
                roles: [.supervisor],
                act: .thing,
                route: "/v1/where/{barcode}",
                entity: EntityID(rawValue: 3),
                level: .sealed,
                isGranted: false,
                detail: "3 times more"
            )
            try await log.write { try $0.note(access) }
            try await log.write { try $0.note(row(onDay: 2)) }
            let rows = try await log.read { try $0.accesses(before: nil, limit: 10) }
            #expect(rows.map(\.number) == [2, 1])
            #expect(rows.last?.access == access)
            #expect(rows.first?.access == row(onDay: 2))
            let about = try await log.read { try $0.accesses(of: EntityID(rawValue: 3), before: nil, limit: 10) }
            #expect(about.map(\.number) == [1])
            #expect(try await log.verify().problems == [])
            try log.close()
        }
    }

    @Test func rowsNeverChangeAndStayForAYear() async throws {
        try await ScratchLog.inDirectory { directory in
            let path = directory + "/log.sqlite"
            let log = try TransferLog(path: path)
            for day in [0, 10, 380, 400] { try await log.write { [self] in try $0.note(row(onDay: Int64(day))) } }
            // Whatever is asked for, nothing of the last year goes.
            let pruned = try await log.write { try $0.pruneAccess(before: .latest, limit: 100) }
            #expect(pruned == 2)
            #expect(try await log.read { try $0.accesses(before: nil, limit: 10) }.map(\.number) == [4, 3])
            try log.close()
            let queue = try DatabaseQueue(path: path)
            for sql in ["DELETE FROM access", "UPDATE access SET isGranted = 0", "DELETE FROM access WHERE number = 3"]
            {
                #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
            }
            try queue.close()
        }
    }

    @Test func rolesThatAreGivenAndTakenAreNoticedOnce() async throws {
        try await ScratchLog.inDirectory { directory in
            let log = try TransferLog(path: directory + "/log.sqlite")
            func keep(_ holders: [Role: Set<Principal>]) async throws -> [String] {
                try await log.write { try $0.keepRoleHolders(holders) }
                    .map { "\($0.isGiven ? "+" : "-")\($0.role.rawValue) \($0.holder)" }
            }
            #expect(try await keep([.clerk: [.user(2), .user(1)]]) == ["+clerk uid:1", "+clerk uid:2"])
            #expect(try await keep([.clerk: [.user(2), .user(1)]]) == [])
            #expect(try await keep([.clerk: [.user(2)], .auditor: [.user(1)]]) == ["-clerk uid:1", "+auditor uid:1"])
            try log.close()
        }
    }

    @Test func restrictionsFollowFromTheEntriesAlone() async throws {
        try await ScratchLog.with { scratch in
            let log = scratch.log
            let by = Attribution(principal: .user(1))
            let first = try await scratch.register(.item, 1)
            let second = try await scratch.register(.item, 2)
            func restrict(_ id: EntityID, _ from: Restriction.Level, _ to: Restriction.Level) async throws -> Entry {
                let fact = Restriction(subject: id, from: from, to: to, order: "26-CR-7", reason: "by order")
                return try await log.write { try $0.append(.restricted(fact), by: by) }
            }
            #expect(try await restrict(first, .open, .sealed).fact.kind == "sealed")
            #expect(try await restrict(second, .open, .restricted).fact.kind == "restricted")
            #expect(try await restrict(second, .restricted, .open).fact.kind == "unrestricted")
            func levels() async throws -> [Restriction.Level] {
                try await log.read { view in try [first, second].map(view.restriction) }
            }
            #expect(try await levels() == [.sealed, .open])
            try await log.rebuild()
            #expect(try await levels() == [.sealed, .open])
            #expect(try await log.verify().problems == [])
            // What was asked by whoever may not know of it is told, and nothing else is.
            let (answer, disclosures) = try await log.disclosure(as: .open) { view in
                try [view.entity(first), view.entity(second)].map { $0 == nil }
            }
            #expect(try answer.get() == [true, false])
            #expect(disclosures == [Disclosure(entity: first, level: .sealed, isShown: false)])
        }
    }
}

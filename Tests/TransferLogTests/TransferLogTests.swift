import Barcodes
import FoundationEssentials
import GRDB
import LogProof
import Testing
import Vocabulary

@testable import TransferLog

@Suite struct TransferLogTests {
    @Test func commitsAreDurable() async throws {
        try await ScratchLog.with { scratch in
            let durability = try await scratch.log.durability()
            #expect(durability == Durability(journalMode: "wal", synchronous: 2))
            // A migration and a write later it must still be so.
            _ = try await scratch.register(.location, 1)
            #expect(try await scratch.log.durability().synchronous == 2)
        }
    }

    @Test(arguments: [
        "UPDATE entry SET body = x'7b7d'", "DELETE FROM entry", "DELETE FROM reading",
        "UPDATE reading SET station = 'x'",
        "INSERT OR REPLACE INTO entry (number, body, leafHash) VALUES (1, x'7b7d', zeroblob(32))",
        "INSERT INTO entry (number, body, leafHash) VALUES (99, x'7b7d', zeroblob(32))",
    ])
    func whatHappenedCannotBeChanged(sql: String) async throws {
        try await ScratchLog.with { scratch in
            _ = try await scratch.register(.location, 1)
            _ = try await scratch.log.write { try $0.store(Self.reading()) }
            let outsider = try DatabaseQueue(path: scratch.path)
            let before = try outsider.read { try Row.fetchAll($0, sql: "SELECT * FROM entry, reading") }
            await #expect(throws: DatabaseError.self) { try await outsider.write { try $0.execute(sql: sql) } }
            let after = try outsider.read { try Row.fetchAll($0, sql: "SELECT * FROM entry, reading") }
            #expect(before == after)
            #expect(!before.isEmpty)
        }
    }

    @Test func theLeafHashIsThatOfRFC9162() async throws {
        try await ScratchLog.with { scratch in
            _ = try await scratch.register(.location, 1)
            let outsider = try DatabaseQueue(path: scratch.path)
            let row = try outsider.read { try Row.fetchOne($0, sql: "SELECT body, leafHash FROM entry") }
            let found = try #require(row)
            let body = [UInt8](found["body"] as Data)
            #expect([UInt8](found["leafHash"] as Data) == TreeHash(ofLeaf: body).bytes)
        }
    }

    @Test func aChangeThatThrowsLeavesNothingAndDisturbsNoOther() async throws {
        struct Stop: Error {}
        try await ScratchLog.with { scratch in
            let first = try await scratch.register(.location, 1)
            await #expect(throws: Stop.self) {
                try await scratch.log.write { transaction in
                    let transfer = Transfer(subject: first, from: .unknown, to: .inTransit, reason: nil)
                    try transaction.append(.transferred(transfer), by: Attribution(principal: .daemon))
                    throw Stop()
                }
            }
            #expect(try await scratch.log.read { try $0.newestEntry()?.rawValue } == 1)
            #expect(try await scratch.log.read { try $0.lastPlacement(of: first) } == nil)
        }
    }

    /// A hundred at once share commits, and every one that was answered is there, each with its own number.
    @Test func concurrentChangesAreAllThereOnceAnswered() async throws {
        try await ScratchLog.with { scratch in
            let shelf = try await scratch.register(.location, 1)
            let numbers = try await withThrowingTaskGroup(of: EntryNumber.self) { group in
                for serial in 1...100 {
                    group.addTask {
                        let box = try await scratch.register(.container, serial)
                        return try await scratch.move(box, to: .location(shelf)).number
                    }
                }
                return try await group.reduce(into: Set<EntryNumber>()) { $0.insert($1) }
            }
            #expect(numbers.count == 100)
            let contents = try await scratch.log.read { try $0.contents(of: shelf, after: nil, limit: 1_000).count }
            #expect(contents == 100)
            #expect(try await scratch.log.read { try $0.newestEntry()?.rawValue } == 201)
        }
    }

    @Test func committedEntriesAreObservedInOrder() async throws {
        try await ScratchLog.with { scratch in
            let (stream, continuation) = AsyncStream.makeStream(of: [Entry].self)
            scratch.log.observe { continuation.yield($0) }
            for serial in 1...3 { _ = try await scratch.register(.item, serial) }
            var seen: [Int64] = []
            for await entries in stream {
                seen += entries.map(\.number.rawValue)
                if seen.count == 3 { break }
            }
            #expect(seen == [1, 2, 3])
        }
    }

    @Test func mintingStepsOverNumbersThatCameIn() async throws {
        try await ScratchLog.with { scratch in
            _ = try await scratch.register(.container, 1)
            _ = try await scratch.register(.container, 2)
            let next = try await scratch.log.write { try $0.nextBarcode(prefix: .container, site: .standard) }
            #expect(next.minted?.serial == 3)
            _ = try await scratch.register(.container, 9_999_999)
            let after = try await scratch.log.write { try $0.nextBarcode(prefix: .container, site: .standard) }
            #expect(after.minted?.serial == 3)
        }
    }

    @Test func anotherProgramsDatabaseIsRefused() async throws {
        try await ScratchLog.with { scratch in
            let path = scratch.path + ".other"
            let other = try DatabaseQueue(path: path)
            try await other.write { try $0.execute(sql: "CREATE TABLE t (a)") }
            try other.close()
            #expect(throws: TransferLogError.foreign(path: path)) { try TransferLog(path: path) }
        }
    }

    @Test func aNewerSchemaIsRefused() async throws {
        try await ScratchLog.with { scratch in
            let outsider = try DatabaseQueue(path: scratch.path)
            try await outsider.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v999')") }
            try outsider.close()
            #expect(throws: TransferLogError.newerSchema(path: scratch.path)) { try TransferLog(path: scratch.path) }
        }
    }

    @Test func theSameKeyGivesTheSameResultAndAnotherRequestIsRefused() async throws {
        try await ScratchLog.with { scratch in
            let key = try #require(RequestKey("k1", of: .user(1), request: [1]))
            let other = try #require(RequestKey("k1", of: .user(1), request: [2]))
            let somebodyElse = try #require(RequestKey("k1", of: .user(2), request: [2]))
            let number = EntryNumber(rawValue: 1)
            _ = try await scratch.register(.location, 1)
            try await scratch.log.write { try $0.remember(RequestResult(entries: number...number), of: key) }
            let result = try await scratch.log.write { try $0.result(of: key) }
            #expect(result == RequestResult(entries: number...number))
            await #expect(throws: TransferLogError.keyReused("k1")) {
                try await scratch.log.write { try $0.result(of: other) }
            }
            #expect(try await scratch.log.write { try $0.result(of: somebodyElse) } == nil)
        }
    }

    @Test func readingsWaitUntilTheyAreInterpretedOnce() async throws {
        try await ScratchLog.with { scratch in
            let first = try await scratch.log.write { try $0.store(Self.reading()) }
            let second = try await scratch.log.write { try $0.store(Self.reading()) }
            let open = try await scratch.log.read { try $0.openReadings(limit: 10) }
            #expect(open.map(\.number) == [first.number, second.number])
            #expect(open.first?.reading.bytes == [0, 255, 10])
            #expect(open.first?.reading.symbology == .code128)
            #expect(open.first?.occurredAt == first.recordedAt)
            let outcome = StoredOutcome(verdict: .refused, kind: "unknown-barcode", entry: nil)
            try await scratch.log.write { try $0.close(first.number, as: outcome) }
            #expect(try await scratch.log.read { try $0.openReadings(limit: 10) }.map(\.number) == [second.number])
            #expect(try await scratch.log.read { try $0.outcome(of: first.number) } == outcome)
            await #expect(throws: (any Error).self) {
                try await scratch.log.write { try $0.close(first.number, as: outcome) }
            }
        }
    }

    private static func reading() throws -> Reading {
        Reading(
            bytes: [0, 255, 10],
            symbology: .code128,
            station: try #require(StationName("desk")),
            scanner: ScannerName("gun"),
            principal: .daemon,
            occurredAt: nil
        )
    }
}

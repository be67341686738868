import GRDB
import Testing
import Vocabulary

@testable import TransferLog

/// Two changes of which the second needs that the first is on the disk.
@Suite struct FollowingChangeTests {
    private struct Fault: Error, Equatable {}

    private static func reading(_ text: String) throws -> Reading {
        Reading(
            bytes: Array(text.utf8),
            symbology: nil,
            station: try #require(StationName("desk")),
            scanner: nil,
            principal: .daemon,
            occurredAt: nil
        )
    }

    @Test func theSecondBeginsOnceTheFirstIsCommitted() async throws {
        try await ScratchLog.with { scratch in
            let path = scratch.path
            let reading = try Self.reading("A")
            let (number, seen) = try await scratch.log.write { transaction in
                try transaction.store(reading).number
            } then: { _, number in
                // Another connection sees only what is committed.
                let other = try DatabaseQueue(path: path)
                return try other.read { try Int64.fetchAll($0, sql: "SELECT number FROM reading") } == [number.rawValue]
            }
            #expect(number.rawValue == 1)
            #expect(try seen.get())
        }
    }

    @Test func whatTheFirstDidStandsWhenTheSecondFails() async throws {
        try await ScratchLog.with { scratch in
            let readings = [try Self.reading("A"), try Self.reading("B")]
            let (number, second) = try await scratch.log.write { transaction in
                try transaction.store(readings[0]).number
            } then: { transaction, _ in
                _ = try transaction.store(readings[1])
                throw Fault()
            }
            #expect(throws: Fault.self) { try second.get() }
            let count = try await scratch.log.read { try $0.readings(before: nil, limit: 5).map(\.number) }
            #expect(count == [number])
        }
    }

    @Test func theSecondIsNotTriedWhenTheFirstFails() async throws {
        try await ScratchLog.with { scratch in
            let reading = try Self.reading("A")
            await #expect(throws: Fault.self) {
                _ = try await scratch.log.write { _ -> Int in
                    throw Fault()
                } then: { transaction, _ in
                    try transaction.store(reading).number
                }
            }
            #expect(try await scratch.log.read { try $0.readings(before: nil, limit: 5) }.isEmpty)
        }
    }
}

import GRDB
import LogTables
import Testing
import Vocabulary

@testable import TransferLog

/// The derived tables are nothing but what follows from the entries.
@Suite struct RebuildTests {
    @Test(arguments: [UInt64(1), 2, 3, 20_261_121, 0xDEAD_BEEF])
    func rebuiltEqualsLiveAfterRandomHistories(seed: UInt64) async throws {
        try await ScratchLog.with { scratch in
            var history = RandomHistory(seed: seed)
            try await history.write(600, to: scratch.log)
            let outsider = try DatabaseQueue(path: scratch.path)
            let live = try await outsider.read { try TableDigest(of: $0) }
            let schema = try await outsider.read { try Self.schema(of: $0) }
            try await scratch.log.rebuild()
            let rebuilt = try await outsider.read { try TableDigest(of: $0) }
            #expect(rebuilt.differences(from: live) == [], "seed \(seed)")
            // Indexes go meanwhile, and references are not looked at: both must be back.
            #expect(try await outsider.read { try Self.schema(of: $0) } == schema)
            #expect(try await scratch.log.verify().problems == [])
            await #expect(throws: TransferLogError.self) {
                try await scratch.move(EntityID(rawValue: 1_000_000), to: .unknown)
            }
            let rows = try await outsider.read { db in
                try TableSets.derived.map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0 }
            }
            #expect(rows.allSatisfy { $0 > 0 }, "seed \(seed) filled no \(rows)")
            try outsider.close()
        }
    }

    /// Where everything was at the end of all days is where it is: the past is told by the rules of the present.
    @Test(arguments: [UInt64(1), 2, 3, 20_261_121, 0xDEAD_BEEF])
    func thePastEndsInThePresent(seed: UInt64) async throws {
        try await ScratchLog.with { scratch in
            var history = RandomHistory(seed: seed)
            try await history.write(600, to: scratch.log)
            try await scratch.log.read { view in
                let entities = try EntityType.allCases.flatMap { try view.entities(of: $0, after: nil, limit: 1_000) }
                let end = Timestamp(clamping: .max)
                for entity in entities {
                    let (now, then) = (
                        try view.lastPlacement(of: entity.id), try view.lastPlacement(of: entity.id, at: end)
                    )
                    #expect(now == then, "\(entity.barcode), seed \(seed)")
                    #expect(try view.placements(of: [entity.id], at: end)[entity.id] == now?.placement, "seed \(seed)")
                }
            }
        }
    }

    private static func schema(of db: Database) throws -> Set<String> {
        try String.fetchSet(db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
    }

    @Test func aChangedTableIsSeen() async throws {
        try await ScratchLog.with { scratch in
            var history = RandomHistory(seed: 7)
            try await history.write(100, to: scratch.log)
            let outsider = try DatabaseQueue(path: scratch.path)
            let before = try await outsider.read { try TableDigest(of: $0) }
            try await outsider.write { try $0.execute(sql: "UPDATE placement SET since = since + 1") }
            let after = try await outsider.read { try TableDigest(of: $0) }
            #expect(after.differences(from: before) == ["placement"])
            try outsider.close()
        }
    }
}

import Barcodes
import GRDB
import Testing
import Vocabulary

@testable import TransferLog

/// Nothing is decided by a row that another program altered, added or took away while the log was open.
@Suite struct ForeignWriteTests {
    @Test(arguments: [
        "DELETE FROM restriction", "DELETE FROM concealment", "DELETE FROM hold", "DELETE FROM loan",
        "DELETE FROM history WHERE entry = (SELECT max(entry) FROM history WHERE kind IS NOT NULL)",
        "UPDATE record SET titleEntry = NULL",
        "DELETE FROM placement WHERE record = (SELECT min(record) FROM placement)",
        "UPDATE placement SET entry = (SELECT min(entry) FROM placement)", "DELETE FROM voided",
        "DELETE FROM condition",
        "UPDATE barcode SET record = (SELECT min(record) FROM barcode) WHERE isPrimary = 0", "DELETE FROM sighting",
        "UPDATE minted SET lastSerial = lastSerial - 1", "DELETE FROM recordCount",
    ])
    func nothingIsDecidedByWhatAnotherProgramWrote(sql: String) async throws {
        try await ScratchLog.with { scratch in
            var history = RandomHistory(seed: 3)
            try await history.write(600, to: scratch.log)
            let box = try await scratch.register(.container, 9_999)
            try await scratch.move(box, to: .unknown)
            let sound = try await scratch.log.read { try $0.newestEntry() }
            let outsider = try DatabaseQueue(path: scratch.path)
            try await outsider.write { db in
                try db.execute(sql: sql)
                try #require(db.changesCount > 0)
            }
            let refusal = await #expect(throws: TransferLogError.self) { try await scratch.move(box, to: .disposed) }
            #expect(refusal?.description.contains("another program wrote into its database") == true)
            #expect(try await scratch.log.read { try $0.newestEntry() } == sound)
            let words = try #require(scratch.log.trouble?.description)
            #expect(words.contains("outguide log rebuild"))

            // All of it is looked at, and made anew; then the log goes on.
            try await scratch.log.rebuild()
            #expect(scratch.log.trouble == nil)
            try await scratch.move(box, to: .inTransit)
            #expect(try await scratch.log.verify().problems == [])
            try outsider.close()
        }
    }

    /// Whoever only looks, or carries the write-ahead log over, alters nothing.
    @Test func whoeverOnlyLooksIsNotTakenForAWriter() async throws {
        try await ScratchLog.with { scratch in
            let box = try await scratch.register(.container, 1)
            let outsider = try DatabaseQueue(path: scratch.path)
            for turn in 0..<20 {
                try await scratch.move(box, to: turn % 2 == 0 ? .unknown : .inTransit)
                _ = try await outsider.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM entry") }
                try await outsider.writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
                if turn % 5 == 0 { try await scratch.log.scrub() }
            }
            try outsider.close()
            #expect(scratch.log.trouble == nil)
        }
    }
}

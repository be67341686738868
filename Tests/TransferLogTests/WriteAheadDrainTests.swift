import GRDB
import Testing
import Vocabulary

@testable import TransferLog

/// What is committed gets into the database file while the log is open.
@Suite struct WriteAheadDrainTests {
    /// Too little for the writer to do it: its share begins at ``WriteAheadDrain/writersPages``.
    @Test func whatIsCommittedReachesTheFileByItself() async throws {
        try await ScratchLog.with { scratch in
            for _ in 1...20 { try await Self.append(250, to: scratch.log) }
            while try Self.entriesInTheFileAlone(scratch.path) == 0 { await Task.yield() }
            #expect(try await scratch.log.verify().problems == [])
        }
    }

    @Test func anExpungementIsNotHeldUpByIt() async throws {
        try await ScratchLog.with { scratch in
            async let writing: Void = {
                for _ in 1...20 { try await Self.append(100, to: scratch.log) }
            }()
            for _ in 1...5 { try await scratch.log.scrub() }
            try await writing
            #expect(try await scratch.log.read { try $0.newestEntry()?.rawValue } == 2_000)
            #expect(try await scratch.log.verify().problems == [])
        }
    }

    /// The writer answers before it notes the commit, and whoever was answered may close the log.
    @Test func aCommitThatIsNotedAfterTheEndIsLeftAlone() async throws {
        try await ScratchLog.with { scratch in
            let path = scratch.path + "-beside"
            let writer = try DatabaseQueue(path: path)
            let drain = try WriteAheadDrain(path: path)
            try drain.close()
            try await writer.write { db in
                try db.execute(sql: "CREATE TABLE row (number INTEGER)")
                for number in 1...5_000 { try db.execute(sql: "INSERT INTO row VALUES (?)", arguments: [number]) }
            }
            try await writer.write { drain.noteCommit(by: $0) }
            // It stands in line behind what the note began, which once used a connection that was gone.
            await #expect(throws: Never.self) { try await drain.pausing {} }
            try writer.close()
        }
    }

    private static func append(_ count: Int, to log: TransferLog) async throws {
        try await log.write { transaction in
            for _ in 0..<count {
                try transaction.append(.log(.clockSteppedBack(microseconds: 1)), by: Attribution(principal: .daemon))
            }
        }
    }

    /// What a reader finds that does not know of the write-ahead log; 0 while the tables are not there.
    private static func entriesInTheFileAlone(_ path: String) throws -> Int {
        var configuration = Configuration()
        configuration.readonly = true
        let file = try DatabaseQueue(path: "file:\(path)?immutable=1", configuration: configuration)
        defer { #expect(throws: Never.self) { try file.close() } }
        return try file.read { db in
            try db.tableExists("entry") ? Int.fetchOne(db, sql: "SELECT count(*) FROM entry") ?? 0 : 0
        }
    }
}

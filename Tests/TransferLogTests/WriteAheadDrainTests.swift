import GRDB
import Records
import Testing

@testable import TransferLog

/// What is committed gets into the database file while the log is open.
@Suite struct WriteAheadDrainTests {
    /// Too little for the writer to do it: its share begins at ``WriteAheadDrain/writersPages``.
    @Test(.timeLimit(.minutes(2)))
    func whatIsCommittedReachesTheFileByItself() async throws {
        try await ScratchLog.with { scratch in
            for serial in 1...400 { _ = try await scratch.register(.item, serial) }
            while try Self.entriesInTheFileAlone(scratch.path) == 0 { await Task.yield() }
            #expect(try await scratch.log.verify().problems == [])
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func anExpungementIsNotHeldUpByIt() async throws {
        try await ScratchLog.with { scratch in
            async let writing: Void = {
                for serial in 1...600 { _ = try await scratch.register(.item, serial) }
            }()
            for _ in 1...20 { try await scratch.log.scrub() }
            try await writing
            #expect(try await scratch.log.read { try $0.newestEntry()?.rawValue } == 600)
            #expect(try await scratch.log.verify().problems == [])
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

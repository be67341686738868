import Foundation
import GRDB
import Testing
import Vocabulary

@testable import TransferLog

/// What becomes of a database that is not what it should be.
@Suite struct OpeningTests {
    @Test func whatCanBeReadIsReadAndNothingIsWritten() async throws {
        try await ScratchLog.with { scratch in
            let shelf = try await scratch.register(.location, 1)
            let box = try await scratch.register(.container, 1)
            try await scratch.move(box, to: .location(shelf))
            try scratch.log.close()
            try alter(scratch.path, "DROP TRIGGER entryNeverGoes")
            let before = try Data(contentsOf: URL(filePath: scratch.path))

            let trouble = #expect(throws: TransferLogError.self) { try TransferLog(path: scratch.path) }
            #expect(trouble?.description.contains("trigger entryNeverGoes") == true)
            let log = TransferLog(reading: scratch.path, despite: try #require(trouble))
            let standing = try await log.read { try $0.lastPlacement(of: box) }
            #expect(standing?.placement == .location(shelf))
            await #expect(throws: TransferLogError.self) { try await log.write { _ in () } }
            #expect(log.trouble == trouble)
            try log.close()
            #expect(try Data(contentsOf: URL(filePath: scratch.path)) == before)
        }
    }

    @Test func aNewerSchemaIsReadAndLeftAlone() async throws {
        try await ScratchLog.with { scratch in
            let shelf = try await scratch.register(.location, 1)
            try scratch.log.close()
            try alter(scratch.path, "INSERT INTO grdb_migrations VALUES ('v999')")
            let log = TransferLog(reading: scratch.path, despite: .newerSchema(path: scratch.path))
            #expect(try await log.read { try $0.entity(shelf)?.title } == "location 1")
            let refusal = await #expect(throws: TransferLogError.self) { try await log.write { _ in () } }
            #expect(refusal?.description.contains("a newer outguided wrote it") == true)
            try log.close()
        }
    }

    @Test func anotherProgramsDatabaseIsNotLookedInto() async throws {
        try await ScratchLog.with { scratch in
            let log = TransferLog(reading: scratch.path, despite: .foreign(path: scratch.path))
            await #expect(throws: TransferLogError.foreign(path: scratch.path)) {
                try await log.read { try $0.newestEntry() }
            }
        }
    }

    /// The file system was not there when the daemon started.
    @Test func aLogThatComesBackIsOpened() async throws {
        try await ScratchLog.with { scratch in
            let shelf = try await scratch.register(.location, 1)
            try scratch.log.close()
            let away = scratch.path + ".away"
            try FileManager.default.moveItem(atPath: scratch.path, toPath: away)
            try FileManager.default.createDirectory(atPath: scratch.path, withIntermediateDirectories: false)
            let trouble = try #require(throws: TransferLogError.self) { try TransferLog(path: scratch.path) }
            #expect(trouble.mayPass, "\(trouble)")
            let log = TransferLog(reading: scratch.path, despite: trouble)
            await #expect(throws: TransferLogError.self) { try await log.recover() }
            #expect(log.trouble != nil)

            try FileManager.default.removeItem(atPath: scratch.path)
            try FileManager.default.moveItem(atPath: away, toPath: scratch.path)
            try await log.recover()
            #expect(log.trouble == nil)
            #expect(try await log.read { try $0.entity(shelf) } != nil)
            try await log.write { _ in () }
            try log.close()
        }
    }

    /// What is told about a thing is what the entries say, or nothing.
    @Test(arguments: [
        "UPDATE placement SET place = 1 WHERE record = 3",
        "UPDATE placement SET kind = 'unknown', place = NULL WHERE record = 3",
        "UPDATE placement SET since = since - 1 WHERE record = 3",
        "DELETE FROM placement WHERE record = 3",
        "UPDATE text SET text = 'forged' WHERE entry = 3",
        "UPDATE text SET text = 'forged' WHERE entry = 2",
        "UPDATE text SET salt = zeroblob(32) WHERE entry = 3",
        "DELETE FROM text WHERE entry = 3",
        "DROP TRIGGER entryNeverChanges; UPDATE entry SET body = CAST(replace(body, '\"record\":2', '\"record\":1') AS BLOB) WHERE number = 4",
    ])
    func aForgedPlaceIsNotTold(sql: String) async throws {
        try await ScratchLog.with { scratch in
            let shelves = [try await scratch.register(.location, 1), try await scratch.register(.location, 2)]
            let box = try await scratch.register(.container, 1)
            try await scratch.move(box, to: .location(shelves[1]))
            #expect(try await scratch.whereabouts(box).placement == .location(shelves[1]))
            try alter(scratch.path, sql)
            #expect(scratch.log.trouble == nil)
            await #expect(throws: TransferLogError.self) { try await scratch.whereabouts(box) }
            // Nothing more is written on top of it.
            #expect(scratch.log.trouble != nil)
        }
    }

    /// As far as the file goes.
    @Test func whatIsLeftOfACutFileIsRead() async throws {
        try await ScratchLog.with { scratch in
            var history = RandomHistory(seed: 5)
            try await history.write(400, to: scratch.log)
            let first = try await scratch.log.read { try $0.entry(EntryNumber(rawValue: 1)) }
            try scratch.log.close()
            let file = try FileHandle(forWritingTo: URL(filePath: scratch.path))
            try file.truncate(atOffset: try file.seekToEnd() - 8_192)
            try file.close()

            let trouble = try #require(throws: TransferLogError.self) { try TransferLog(path: scratch.path) }
            let log = TransferLog(reading: scratch.path, despite: trouble)
            #expect(try await log.read { try $0.entry(EntryNumber(rawValue: 1)) } == first)
            #expect(try await log.verify().problems != [])
            await #expect(throws: TransferLogError.self) { try await log.write { _ in () } }
            try log.close()
        }
    }

    private func alter(_ path: String, _ sql: String) throws {
        let outsider = try DatabaseQueue(path: path)
        try outsider.write { try $0.execute(sql: sql) }
        try outsider.close()
    }
}

import Foundation
import GRDB
import LogTables
import Testing
import Vocabulary

@testable import TransferLog

/// A log whose tables somebody touched while it was closed decides nothing by them.
@Suite struct ClosingMarkTests {
    private static let key: @Sendable () -> [UInt8]? = { [UInt8](repeating: 7, count: 32) }

    /// Runs `body` with a log of all kinds of entries that was closed.
    private func withClosedLog(_ body: (String) async throws -> Void) async throws {
        try await ScratchLog.inDirectory { directory in
            let path = directory + "/log.sqlite"
            let log = try open(path)
            #expect(!log.isUnverified, "a new log has nothing to verify")
            var history = RandomHistory(seed: 3)
            try await history.write(600, to: log)
            try log.close()
            try await body(path)
        }
    }

    private func open(_ path: String, key: @escaping @Sendable () -> [UInt8]? = Self.key) throws -> TransferLog {
        try TransferLog(path: path, clock: .ticking(), closingKey: key)
    }

    private func write(to log: TransferLog) async throws {
        let event = LogEvent.backedUp(entries: 0, sha256: "")
        _ = try await log.write { try $0.append(.log(event), by: Attribution(principal: .daemon)) }
    }

    /// Runs the first of the statements that changes anything.
    private func alter(_ path: String, _ statements: String...) async throws { try await alter(path, statements) }

    private func alter(_ path: String, _ statements: [String]) async throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let outsider = try DatabaseQueue(path: path, configuration: configuration)
        try await outsider.write { db in
            for sql in statements {
                try db.execute(sql: sql)
                if db.changesCount > 0 { return }
            }
            try #require(Bool(false), "\(statements)")
        }
        try outsider.close()
    }

    @Test func aLogThatNobodyTouchedGoesOnAtOnce() async throws {
        try await withClosedLog { path in
            for _ in 0..<2 {
                let log = try open(path)
                #expect(!log.isUnverified)
                #expect(!FileManager.default.fileExists(atPath: path + ".closed"), "whoever is killed leaves no mark")
                try await write(to: log)
                try log.close()
            }
            let mode = try FileManager.default.attributesOfItem(atPath: path + ".closed")[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    enum Act: CaseIterable { case altered, deleted, inserted }

    /// Every table that follows from the entries, those to come as well.
    @Test(arguments: Act.allCases) func aRowThatWasTouchedMeanwhileClosesTheLog(act: Act) async throws {
        try await withClosedLog { path in
            for table in TableSets.derived {
                try await alter(path, statements(for: act, in: table, of: path))
                #expect(FileManager.default.fileExists(atPath: path + ".closed"))
                let log = try open(path)
                #expect(log.isUnverified && log.doubtAboutConcealment == .unverified)
                try await log.verifyTables()
                let words = try #require(log.trouble?.description, "\(act) in \(table) was not noticed")
                #expect(words.contains("the table \(table) is not what follows from the entries"), "\(words)")
                #expect(words.contains("outguide log rebuild"))
                #expect(log.doubtAboutConcealment == log.trouble)
                await #expect(throws: TransferLogError.self) { try await write(to: log) }

                try await log.rebuild()
                try await write(to: log)
                #expect(log.trouble == nil && log.doubtAboutConcealment == nil)
                try log.close()
            }
        }
    }

    /// What was found is found again at the next start, and the one after it.
    @Test func aLogWithTroubleIsNotMarked() async throws {
        try await withClosedLog { path in
            try await alter(path, "DELETE FROM hold")
            for _ in 0..<2 {
                let log = try open(path)
                try await log.verifyTables()
                #expect(log.trouble?.description.contains("the table hold") == true)
                try log.close()
                #expect(!FileManager.default.fileExists(atPath: path + ".closed"))
            }
        }
    }

    /// Changes a value of every row, adds a row beside one, or takes one away, as far as the schema lets them.
    private func statements(for act: Act, in table: String, of path: String) async throws -> [String] {
        let file = try DatabaseQueue(path: path)
        let columns = try await file.read { try $0.columns(in: table) }
        let keys = try await file.read { try $0.primaryKey(table).columns }
        try file.close()
        func others(_ column: ColumnInfo) -> [String] {
            let name = column.name
            guard column.type == "INTEGER" else {
                return ["coalesce(\(name), '') || 'x'", "hex(randomblob(32))", "'item'"]
            }
            return ["coalesce(\(name), 0) + 1000000", "\(name) % 3 + 1", "1 - \(name)"]
        }
        let names = columns.map(\.name).joined(separator: ", ")
        let deletion = "DELETE FROM \(table) WHERE \(keys[0]) = (SELECT max(\(keys[0])) FROM \(table))"
        switch act {
        case .deleted: return [deletion]
        case .altered:
            return columns.reversed().flatMap { column in
                others(column).map { "UPDATE OR IGNORE \(table) SET \(column.name) = \($0)" }
            }
        case .inserted:
            let insertions = columns.filter { keys.contains($0.name) }.reversed().flatMap { key in
                others(key).map { other in
                    let values = columns.map { $0.name == key.name ? other : $0.name }.joined(separator: ", ")
                    return "INSERT OR IGNORE INTO \(table) (\(names)) SELECT \(values) FROM \(table)"
                }
            }
            // A table that has all rows that its schema has room for, as that of the counts.
            return insertions + [deletion]
        }
    }

    @Test(arguments: ["no mark", "another mark", "another key", "an older file", "a write-ahead log", "a journal"])
    func whatWasNotClosedLikeThisIsVerified(what: String) async throws {
        try await withClosedLog { path in
            let manager = FileManager.default
            let mark = path + ".closed"
            switch what {
            case "no mark": try manager.removeItem(atPath: mark)
            case "another mark": try Data(repeating: 0, count: 32).write(to: URL(filePath: mark))
            case "an older file":
                // With all times that a program can ask for.
                let dates = try manager.attributesOfItem(atPath: path)[.modificationDate] as? Date
                try manager.copyItem(atPath: path, toPath: path + ".copy")
                try manager.removeItem(atPath: path)
                try manager.moveItem(atPath: path + ".copy", toPath: path)
                try manager.setAttributes([.modificationDate: try #require(dates)], ofItemAtPath: path)
            case "a write-ahead log": try Data(repeating: 1, count: 64).write(to: URL(filePath: path + "-wal"))
            case "a journal": try Data().write(to: URL(filePath: path + "-journal"))
            default: break
            }
            let other: @Sendable () -> [UInt8]? = { [1] }
            let log = try open(path, key: what == "another key" ? other : Self.key)
            #expect(log.isUnverified)
            try await log.verifyTables()
            #expect(log.trouble == nil)
            try await write(to: log)
            try log.close()
        }
    }

    @Test func changesWaitUntilTheLogIsVerified() async throws {
        try await withClosedLog { path in
            try FileManager.default.removeItem(atPath: path + ".closed")
            let log = try open(path)
            async let entry = log.write { transaction in
                try transaction.append(
                    .log(.backedUp(entries: 0, sha256: "")),
                    by: Attribution(principal: .daemon)
                )
            }
            #expect(try await log.read { try $0.newestEntry()?.rawValue } == 600)
            try await log.verifyTables()
            let number = try await entry.number
            #expect(number.rawValue > 600)
            try log.close()
        }
    }

    /// Whoever stops the daemon meanwhile does not wait, and the next start verifies.
    @Test func aVerificationThatIsBrokenOffLeavesTheLogUnverified() async throws {
        try await withClosedLog { path in
            try FileManager.default.removeItem(atPath: path + ".closed")
            let log = try open(path)
            let verification = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await log.verifyTables()
            }
            await #expect(throws: CancellationError.self) { try await verification.value }
            await #expect(throws: TransferLogError.self) { try await write(to: log) }
            try log.close()
            let next = try open(path)
            #expect(next.isUnverified)
        }
    }

    /// What another program writes into the open log is noticed although nothing is recorded, and no mark is left on it.
    @Test func anotherWriterIsNoticedInAnIdleLog() async throws {
        try await withClosedLog { path in
            let log = try open(path)
            log.noticeOtherWriters()
            try await alter(path, "DELETE FROM restriction")
            let (troubles, trouble) = AsyncStream.makeStream(of: Void.self)
            log.observeTrouble { trouble.finish() }
            log.noticeOtherWriters()
            for await _ in troubles {}
            #expect(log.trouble?.description.contains("another program wrote into its database") == true)
            #expect(log.doubtAboutConcealment != nil)
            try log.close()
            #expect(!FileManager.default.fileExists(atPath: path + ".closed"))
        }
    }

    @Test func whatAnotherProgramWritesJustBeforeTheEndIsVerified() async throws {
        try await withClosedLog { path in
            let log = try open(path)
            try await alter(path, "DELETE FROM hold")
            try log.close()
            let next = try open(path)
            try await next.verifyTables()
            #expect(next.trouble?.description.contains("the table hold") == true)
            try next.close()
        }
    }
}

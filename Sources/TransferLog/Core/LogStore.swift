import FoundationEssentials
import GRDB
import Localization
import LogTables

/// The open files of a log.
enum LogStore: Sendable {
    /// Fully open: changes go through the queue to the pool's writer, and reads to connections of their own.
    case whole(DatabasePool, CommitQueue, LogReaders)
    /// Open for reading only; nothing is ever written.
    case readable(any DatabaseReader)
    case nothing

    /// Opens the database at `path`, creates it if it does not exist, and migrates its schema.
    ///
    /// `memory` is cleared when a commit fails. Changes wait while the log `isHeld`.
    static func opening(_ path: String, memory: WriterMemory, isHeld: Bool) throws(TransferLogError) -> LogStore {
        do {
            // Check before the pool is opened, because that writes: another program's file must stay unchanged.
            if FileManager.default.fileExists(atPath: path) {
                let file = try DatabaseQueue(path: path, configuration: readOnly)
                try file.read { try checkOwnership(of: $0, path: path) }
                try file.close()
            }
            let pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction { db in
                // GRDB sets NORMAL when it opens a WAL database; with NORMAL a power cut can lose acknowledged moves.
                try db.execute(sql: "PRAGMA synchronous = FULL")
                // In KiB, enough for the pages of one commit, because pages that do not fit are written more than
                // once.
                try db.execute(sql: "PRAGMA cache_size = -16384")
                try db.execute(sql: "PRAGMA wal_autocheckpoint = \(WriteAheadDrain.writersPages)")
            }
            let isUpToDate = try pool.read { try Schema.isUpToDate($0) }
            try Schema.migrator.migrate(pool)
            // If this fails in a damaged log, verification reports the damage.
            if !isUpToDate { try? pool.write { try TableSets.recountCorrections(in: $0) } }
            // Text expunged immediately before a crash is removed from the files now.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            let queue = CommitQueue(
                pool: pool,
                drain: try WriteAheadDrain(path: path),
                files: OpenFiles(of: path),
                capacity: TransferLog.queueCapacity,
                largestBatch: TransferLog.largestBatch,
                isHeld: isHeld
            ) { memory.forget() }
            try pool.writeWithoutTransaction { try queue.accept($0) }
            return .whole(pool, queue, LogReaders(path: path, configuration: readOnly))
        } catch let error as TransferLogError {
            throw error
        } catch {
            throw TransferLogError(opening: path, failed: error)
        }
    }

    /// Opens the readable part of a database that cannot be fully opened.
    static func reading(_ path: String) -> LogStore {
        var configuration = Configuration()
        configuration.readonly = true
        // With a writable schema, a truncated file can be read as far as it goes; nothing can be written here. This
        // comes first, because the other settings access the file.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA writable_schema = ON") }
        set(&configuration)
        let reading = configuration
        var attempts: [() throws -> any DatabaseReader] = [{ try DatabasePool(path: path, configuration: reading) }]
        // A database on a read-only file system can be read only as immutable, which ignores the write-ahead log, so
        // there must be none.
        if !FileManager.default.fileExists(atPath: path + "-wal") {
            let escaped = path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
            attempts.append { try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: reading) }
        }
        for attempt in attempts {
            guard let reader = try? attempt() else { continue }
            let isOurs = try? reader.read { db in
                guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") != 0 else { return false }
                return try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID
            }
            if isOurs == true { return .readable(reader) }
        }
        return .nothing
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        set(&configuration)
        return configuration
    }

    private static func set(_ configuration: inout Configuration) {
        configuration.label = "outguide.log"
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            // Deleted text is overwritten with zeros, because an expungement must not leave it in free pages.
            try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON")
            // In KiB, enough for the inner pages of the trees that every query traverses.
            try db.execute(sql: "PRAGMA cache_size = -8192")
        }
    }

    private static var readOnly: Configuration {
        var configuration = configuration
        configuration.readonly = true
        return configuration
    }

    private static func checkOwnership(of db: Database, path: String) throws {
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
        guard application == Schema.applicationID || isEmpty else { throw TransferLogError.foreign(path: path) }
        guard try isEmpty || !Schema.isSuperseded(db) else { throw TransferLogError.newerSchema(path: path) }
        let differences = try isEmpty ? [] : Schema.differences(in: db)
        guard differences.isEmpty else {
            let names = differences.joined(separator: ", ")
            throw TransferLogError.damaged(
                Message("\(path, "file") does not hold what outguided made (\(names, "list"))")
            )
        }
    }
}

/// SQLite's settings for the durability of commits.
public struct Durability: Sendable, Hashable {
    /// `wal` in every log.
    public let journalMode: String
    /// 2, which is FULL, on the writer of every log.
    public let synchronous: Int
}

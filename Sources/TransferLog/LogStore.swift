import FoundationEssentials
import GRDB

/// What a log has open of its files.
enum LogStore: Sendable {
    /// Everything: changes go through the queue to the writer of the pool, and long reads to readers of their own.
    case whole(DatabasePool, CommitQueue, LongReaders)
    /// Only what can be read; nothing is ever written there.
    case readable(any DatabaseReader)
    case nothing

    var reader: (any DatabaseReader)? {
        switch self {
        case .whole(let pool, _, _): pool
        case .readable(let reader): reader
        case .nothing: nil
        }
    }

    /// Opens the database at `path`, makes it when there is none, and brings its schema up to date.
    ///
    /// `memory` forgets what it knows when a commit fails. Changes wait as long as the log `isHeld`.
    static func opening(
        _ path: String,
        memory: WriterMemory,
        isHeld: Bool
    ) throws(TransferLogError) -> LogStore {
        do {
            // Before the pool is opened, which writes: a file that is not ours stays as it is.
            if FileManager.default.fileExists(atPath: path) {
                let file = try DatabaseQueue(path: path, configuration: readOnly)
                try file.read { try checkOwnership(of: $0, path: path) }
                try file.close()
            }
            let pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction { db in
                // GRDB sets NORMAL when it opens a WAL database; with NORMAL a power cut can take acknowledged moves.
                try db.execute(sql: "PRAGMA synchronous = FULL")
                // Room for what one commit touches, in KiB: pages that do not fit are written more than once.
                try db.execute(sql: "PRAGMA cache_size = -16384")
                try db.execute(sql: "PRAGMA wal_autocheckpoint = \(WriteAheadDrain.writersPages)")
            }
            let isUpToDate = try pool.read { try Schema.isUpToDate($0) }
            try Schema.migrator.migrate(pool)
            // What cannot be worked out anew in a damaged log is found by a verification.
            if !isUpToDate { try? pool.write { try Projections.recountCorrections(in: $0) } }
            // What was expunged just before a crash goes out of the files now.
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
            return .whole(pool, queue, try LongReaders(path: path, configuration: readOnly))
        } catch let error as TransferLogError {
            throw error
        } catch {
            throw TransferLogError(opening: path, failed: error)
        }
    }

    /// Opens what can be read of a database that cannot be opened whole.
    static func reading(_ path: String) -> LogStore {
        var configuration = Configuration()
        configuration.readonly = true
        // Whoever may write the schema may read a file that was cut, as far as it goes; nothing can be written here. It
        // comes first: what else is set looks at the file.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA writable_schema = ON") }
        set(&configuration)
        let reading = configuration
        var attempts: [() throws -> any DatabaseReader] = [
            { try DatabasePool(path: path, configuration: reading) }
        ]
        // One on a read-only file system can be read only as one that nobody changes; then its write-ahead log is not
        // looked at, so there must be none.
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
            // Deleted texts are overwritten with zeros: an expungement must not leave them in free pages.
            try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON")
            // In KiB: room for the inner pages of the trees that every question walks through.
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
        guard try isEmpty || !Schema.isSuperseded(db) else {
            throw TransferLogError.newerSchema(path: path)
        }
        let differences = try isEmpty ? [] : Schema.differences(in: db)
        guard differences.isEmpty else {
            throw TransferLogError.damaged(
                "\(path) does not hold what outguided made (\(differences.joined(separator: ", ")))"
            )
        }
    }
}

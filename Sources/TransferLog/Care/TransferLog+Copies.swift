import GRDB
public import Localization
import LogEntries
import LogTables
public import Vocabulary

/// Making and restoring copies of the log.
extension TransferLog {
    /// Database pages copied between two progress reports.
    private static let pagesPerStep: CInt = 4_096

    /// Writes a snapshot of the log to the new file at `path`; writing continues meanwhile.
    ///
    /// The copy is a single file, and is on disk on return; its content is not verified yet. Throws
    /// ``TransferLogError``.
    public func copy(to path: String) async throws {
        let meter = WorkMeter.current
        do {
            let target = try DatabaseQueue(path: path)
            try await snapshot(at: .long) { source in
                try target.writeWithoutTransaction { target in
                    try source.backup(to: target, pagesPerStep: Self.pagesPerStep) { progress in
                        let (done, total) = (progress.completedPageCount, progress.totalPageCount)
                        meter?.report(WorkProgress(.copying, done: Int64(done), of: Int64(total)))
                    }
                }
            }
            try target.close()
        } catch {
            throw TransferLogError.translating(error)
        }
    }

    /// Stores `stamp` in a copy.
    ///
    /// Throws the errors of SQLite, and ``TransferLogError`` when the log is not open.
    public func put(_ stamp: BackupStamp) async throws {
        try await pool.write { db in
            try db.execute(
                sql: """
                    DROP TABLE IF EXISTS \(BackupStamp.table);
                    CREATE TABLE \(BackupStamp.table) (checkpoint TEXT NOT NULL, verifierKey TEXT NOT NULL) STRICT
                    """
            )
            try db.execute(
                sql: "INSERT INTO \(BackupStamp.table) (checkpoint, verifierKey) VALUES (?, ?)",
                arguments: [stamp.checkpoint, stamp.verifierKey]
            )
        }
    }

    /// The stamp of a copy; nil in a log.
    ///
    /// Throws the errors of SQLite, and ``TransferLogError`` when the log is not open.
    public func stamp() async throws -> BackupStamp? {
        try await snapshot { db in
            // Without GRDB's cache of the schema, which does not follow other connections.
            let question = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"
            guard try db.first(question, [.text(BackupStamp.table)], value: { _ in true }) == true else { return nil }
            return try Row.fetchOne(db, sql: "SELECT checkpoint, verifierKey FROM \(BackupStamp.table)").map {
                BackupStamp(checkpoint: $0[0], verifierKey: $0[1])
            }
        }
    }

    /// Turns a copy into a log by removing its stamp.
    ///
    /// Throws the errors of SQLite, and ``TransferLogError`` when the log is not open.
    public func removeStamp() async throws {
        try await pool.write { try $0.execute(sql: "DROP TABLE IF EXISTS \(BackupStamp.table)") }
    }

    /// Closes the files, lets `exchange` replace them, and opens the new ones.
    ///
    /// Meanwhile reads and writes are refused with `reason`. If `exchange` throws, the files then present are opened.
    public func exchangeFiles<Answer>(because reason: Message, _ exchange: () throws -> Answer) throws -> Answer {
        try release(because: reason)
        let answer: Answer
        do {
            answer = try exchange()
        } catch {
            // The previous files are still present, or opening them reports what is missing.
            try? reopen()
            throw error
        }
        // A log that replaces another has been verified completely.
        try reopen(isVerified: true)
        return answer
    }
}

extension LogView {
    /// Entries after `number` about expungements, oldest first; damaged ones are skipped.
    ///
    /// Throws the errors of SQLite.
    public func expungements(after number: EntryNumber) throws -> [Entry] {
        let rows = try EntryCursor(in: db, after: number)
        var found: [Entry] = []
        while let row = try rows.next() {
            // An order remains valid if its text, or the entries around it, are damaged.
            guard let entry = try? row.witnessed().entry(), case .expunged = entry.fact else { continue }
            found.append(entry)
        }
        return found
    }
}

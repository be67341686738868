import GRDB
public import Records

/// Copies of the log, made and taken back.
extension TransferLog {
    /// Database pages that are copied between two reports of progress.
    private static let pagesPerStep: CInt = 4_096

    /// Writes the log as it is now to the new file at `path`; writing goes on meanwhile.
    ///
    /// The copy is one file, on the disk when this returns; nothing in it was checked yet.
    public func copy(to path: String) async throws {
        let meter = WorkMeter.current
        do {
            let target = try DatabaseQueue(path: path)
            try await longReader.read { source in
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

    /// Puts `stamp` into a copy.
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

    /// What a copy says about itself; nil in a log that is none.
    public func stamp() async throws -> BackupStamp? {
        try await reader.read { db in
            guard try db.tableExists(BackupStamp.table) else { return nil }
            return try Row.fetchOne(db, sql: "SELECT checkpoint, verifierKey FROM \(BackupStamp.table)").map {
                BackupStamp(checkpoint: $0[0], verifierKey: $0[1])
            }
        }
    }

    /// Makes a log of a copy: what the copy said about itself goes.
    public func removeStamp() async throws {
        try await pool.write { try $0.execute(sql: "DROP TABLE IF EXISTS \(BackupStamp.table)") }
    }

    /// Closes the files, lets `exchange` put others in their place, and opens those.
    ///
    /// Reads and writes are refused with `reason` meanwhile. When `exchange` throws, whatever is there is opened.
    public func exchangeFiles<Answer>(because reason: String, _ exchange: () throws -> Answer) throws -> Answer {
        try release(because: reason)
        let answer: Answer
        do {
            answer = try exchange()
        } catch {
            // What was there before is there still, or says itself what it lacks.
            try? reopen()
            throw error
        }
        // Whoever puts a log into the place of another has looked at all of it.
        try reopen(isVerified: true)
        return answer
    }
}

extension LogView {
    /// The entries after `number` that say something about an expungement, oldest first; damaged ones say nothing.
    public func expungements(after number: EntryNumber) throws -> [Entry] {
        let rows = try EntryCursor(in: db, after: number)
        var found: [Entry] = []
        while let row = try rows.next() {
            // An order stands whatever became of its words, and of the entries around it.
            guard let entry = try? row.witnessed().entry(), case .expunged = entry.fact else { continue }
            found.append(entry)
        }
        return found
    }
}

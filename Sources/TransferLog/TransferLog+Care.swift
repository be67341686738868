import GRDB

/// What keeps a log well.
extension TransferLog {
    /// The writer's durability settings as SQLite reports them.
    public func durability() async throws -> Durability {
        try await pool.writeWithoutTransaction { db in
            Durability(
                journalMode: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
                synchronous: try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
            )
        }
    }

    /// Tries whether the log can be written again after it could not, by writing what is there already.
    ///
    /// A log that could not be opened is opened. Throws why it still cannot be written.
    public func recover() async throws {
        guard let trouble, trouble.mayPass else { return }
        guard let pool = try? pool else { return try reopen() }
        do {
            // The header of the file is written even when nothing in it changes.
            try await pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 0") }
        } catch {
            throw TransferLogError.translating(error)
        }
        noteRecovery()
    }

    /// Takes what was deleted out of the files: moves the write-ahead log into the database and empties it.
    ///
    /// Waits until no reader looks at an older state.
    public func scrub() async throws {
        let (pool, drain) = (try pool, try drain)
        for _ in 0..<100 {
            let isBusy = try await drain.pausing {
                try pool.writeWithoutTransaction { db in
                    try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)").map { $0[0] as Int != 0 } ?? true
                }
            }
            if !isBusy { return }
            await Task.yield()
        }
        throw TransferLogError.busy
    }

    /// Goes through the whole log on one consistent state of it; writing goes on meanwhile.
    public func verify() async throws -> LogFindings {
        do {
            let scratch = try LogRebuild.scratch()
            return try await reader.read { db in
                try scratch.inDatabase { try LogVerification.findings(in: db, scratch: $0) }
            }
        } catch {
            throw TransferLogError.translating(error)
        }
    }

    /// Makes the projections anew from the entries; the log is closed to writing meanwhile.
    public func rebuild() async throws {
        isBeingRebuilt = true
        defer { isBeingRebuilt = false }
        do {
            try await pool.writeWithoutTransaction { db in try LogRebuild.run(in: db) }
        } catch {
            throw TransferLogError.translating(error)
        }
    }

    /// Closes the database; what is under way ends first, and everything is in the one file then.
    public func close() throws {
        try release(because: "outguided stops")
    }
}

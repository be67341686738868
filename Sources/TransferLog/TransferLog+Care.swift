import GRDB
import Glibc
import Records

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

    /// Closes the log when its files are not where they were, and throws that; two looks at the directory.
    public func checkFiles() throws(TransferLogError) {
        guard let files = try? queue.files else { return }
        do throws(TransferLogError) {
            try files.check()
        } catch {
            close(for: error)
            throw error
        }
    }

    /// Tries whether the log can be written again after it could not, by writing what is there already.
    ///
    /// A log that could not be opened is opened. Throws why it still cannot be written.
    public func recover() async throws {
        guard let trouble, trouble.mayPass else { return }
        try checkRoom(after: trouble)
        guard !isClosed, let pool = try? pool else {
            try reopen()
            return try await verifyTables()
        }
        do {
            // The header of the file is written even when nothing in it changes.
            try await pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 0") }
        } catch {
            throw TransferLogError.translating(error)
        }
        try await verifyTables()
        noteRecovery()
    }

    /// Throws `trouble` when trying would be in vain: what is tried needs less room than the next change, and reading stops
    /// while a file is opened anew.
    private func checkRoom(after trouble: TransferLogError) throws {
        switch trouble {
        case .diskFull:
            var status = statvfs()
            guard statvfs(path, &status) == 0 else { return }
            let free = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
            guard free.overflow || free.partialValue >= Self.leastRoom else { throw trouble }
        case .readOnly: guard access(path, F_OK) != 0 || access(path, W_OK) == 0 else { throw trouble }
        default: break
        }
    }

    /// Bytes that must be free before it is worth trying: what a large change takes.
    private static let leastRoom: UInt64 = 1 << 20

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
    ///
    /// A log in which something does not fit takes nothing in from then on.
    public func verify() async throws -> LogFindings {
        let findings: LogFindings
        let meter = WorkMeter.current
        do {
            let scratch = try LogRebuild.scratch()
            findings = try await longReader.read { db in
                try scratch.inDatabase { try LogVerification.findings(in: db, scratch: $0, meter: meter) }
            }
        } catch {
            throw TransferLogError.translating(error)
        }
        if let trouble = findings.trouble, isWhole { close(for: trouble) }
        return findings
    }

    /// Holds the newest `count` entries against their hashes and the tree; the log takes nothing in when one does not fit.
    ///
    /// Whoever alters a log alters what happened lately, and looking at all of a large one takes too long for a start.
    public func checkNewest(_ count: Int) async {
        try? await read { view in
            let newest = try view.newestEntry()?.rawValue ?? 0
            try view.eachWitnessed(after: EntryNumber(rawValue: max(0, newest - Int64(count)))) { _ in }
        }
    }

    /// Makes the projections anew from the entries; the log is closed to writing meanwhile.
    public func rebuild() async throws {
        // Tables that fit a log which was cut or altered would only hide it.
        switch trouble {
        case nil, .staleTables, .diskFull, .readOnly: break
        case let trouble?: throw Optional(trouble).asClosed
        }
        isBeingRebuilt = true
        defer { isBeingRebuilt = false }
        let meter = WorkMeter.current
        do {
            let queue = try queue
            try await pool.writeWithoutTransaction { db in
                try LogRebuild.run(in: db, meter: meter)
                try queue.accept(db)
            }
            isUnverified = false
            queue.resume()
        } catch {
            let error = TransferLogError.translating(error)
            if let damage = error as? TransferLogError, case .damaged = damage { close(for: damage) }
            throw error
        }
        reinstateAfterRebuild()
    }

    /// Closes the database; what is under way ends first, and everything is in the one file then.
    public func close() throws {
        try release(because: "outguided stops")
    }
}

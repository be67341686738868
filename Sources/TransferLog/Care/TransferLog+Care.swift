import GRDB
import Glibc
import Localization
import LogTables
import Vocabulary

/// Recovery, verification and rebuilding of the log.
extension TransferLog {
    /// The writer's durability settings as SQLite reports them.
    ///
    /// Throws ``TransferLogError``.
    public func durability() async throws -> Durability {
        try await pool.writeWithoutTransaction { db in
            Durability(
                journalMode: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
                synchronous: try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
            )
        }
    }

    /// Closes the log and throws if its files are no longer in place; takes two system calls.
    public func checkFiles() throws(TransferLogError) {
        guard let files = try? queue.files else { return }
        do throws(TransferLogError) {
            try files.check()
        } catch {
            close(for: error)
            throw error
        }
    }

    /// Tests with a neutral write whether a log that could not be written can be written again.
    ///
    /// Opens a log that could not be opened. Throws the reason if it still cannot be written.
    public func recover() async throws {
        guard let trouble, trouble.mayPass else { return }
        try checkRoom(after: trouble)
        guard !isClosed, let pool = try? pool else {
            try reopen()
            return try await verifyTables()
        }
        do {
            // The header of the file is written even if the value does not change.
            try await pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 0") }
        } catch {
            throw TransferLogError.translating(error)
        }
        try await verifyTables()
        noteRecovery()
    }

    /// Throws `trouble` when an attempt would be pointless.
    ///
    /// The test write needs less space than the next change, and reopening the file interrupts reads.
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

    /// Bytes that must be free before an attempt: the size of a large change.
    private static let leastRoom: UInt64 = 1 << 20

    /// Removes deleted data from the files: checkpoints and truncates the write-ahead log.
    ///
    /// Waits until no reader uses an older snapshot. Throws ``TransferLogError/busy`` when one does, and other cases of
    /// ``TransferLogError``.
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

    /// Verifies the whole log on one snapshot; writing continues meanwhile.
    ///
    /// If a problem is found, the log is closed to writing. Throws ``TransferLogError``.
    public func verify() async throws -> LogFindings {
        let findings: LogFindings
        let meter = WorkMeter.current
        do {
            let scratch = try LogRebuild.scratch()
            findings = try await snapshot(at: .long) { db in
                try scratch.inDatabase { try LogVerification.findings(in: db, scratch: $0, meter: meter) }
            }
        } catch {
            throw TransferLogError.translating(error)
        }
        if let trouble = findings.trouble, isWhole { close(for: trouble) }
        return findings
    }

    /// Verifies the newest `count` entries against their hashes and the tree, and closes the log if one does not
    /// match.
    ///
    /// Recent entries are the most likely to be altered, and verifying all of a large log takes too long for a start.
    public func checkNewest(_ count: Int) async {
        try? await read { view in
            let newest = try view.newestEntry()?.rawValue ?? 0
            try view.entryTable.eachWitnessed(after: EntryNumber(rawValue: max(0, newest - Int64(count)))) { _ in }
        }
    }

    /// Rebuilds the derived tables from the entries; the log is closed to writing meanwhile.
    ///
    /// Throws ``TransferLogError``.
    public func rebuild() async throws {
        // Tables derived from a truncated or altered log would only hide the damage.
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
                try LogRebuild.run(in: db) { meter?.report(.replaying, done: $0, of: $1) }
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

    /// Closes the database after completing work in progress; all data is then in the single database file.
    ///
    /// Throws ``TransferLogError``.
    public func close() throws { try release(because: Message("outguided stops")) }
}

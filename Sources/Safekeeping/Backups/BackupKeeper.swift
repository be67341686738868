import Localization
import LogProof
public import TransferLog
public import Vocabulary

/// Makes online backups of the log, and keeps the newest one until it is fetched.
public actor BackupKeeper {
    private let log: TransferLog
    private let checkpoints: CheckpointKeeper
    private let directory: StateDirectory
    private let clock: UTCClock
    private var newest: Backup?
    private var isBusy = false

    public init(log: TransferLog, checkpoints: CheckpointKeeper, directory: StateDirectory, clock: UTCClock = .system) {
        self.log = log
        self.checkpoints = checkpoints
        self.directory = directory
        self.clock = clock
    }

    /// Copies the log, verifies and signs the copy, and records the backup in the log.
    ///
    /// Throws ``BackupError``, ``CheckpointKeeperError`` and `TransferLogError`.
    public func make(by attribution: Attribution) async throws -> Backup {
        guard !isBusy else { throw BackupError.busy }
        isBusy = true
        defer { isBusy = false }
        try discard()
        try Directory(path: directory.backups).make()
        // Room for the copy and for what its verification writes beside it.
        try DiskRoom.check(try FileSize.bytes(of: log.path) * 5 / 4, in: directory.path)
        let name = "outguide-\(clock.now().inFileName).backup"
        let path = directory.backups + "/" + name
        do {
            try await log.copy(to: path)
            let checkpoint = try await seal(path)
            let digest = try await BlockingWork.run { try FileDigest(path: path) }
            let entries = checkpoint.checkpoint.head.size
            let backup = Backup(
                name: name,
                path: path,
                entries: entries,
                bytes: digest.bytes,
                sha256: digest.sha256,
                checkpoint: checkpoint.serialized
            )
            let event = LogEvent.backedUp(entries: entries, sha256: digest.sha256)
            _ = try await log.write { try $0.append(.log(event), by: attribution) }
            try SmallFile(path: directory.lastBackup).write(Array("\(digest.sha256)\n".utf8))
            newest = backup
            return backup
        } catch {
            try discard()
            throw error
        }
    }

    /// The copy with this name.
    ///
    /// - Throws: ``BackupError/gone(name:)`` if it was fetched or replaced.
    public func backup(named name: String) throws(BackupError) -> Backup {
        guard let newest, newest.name == name else { throw .gone(name: name) }
        return newest
    }

    /// Removes the copy with this name after it was fetched.
    ///
    /// - Throws: ``BackupError`` if it was fetched or replaced, another is being made, or it cannot be removed.
    public func discard(_ name: String) throws(BackupError) {
        _ = try backup(named: name)
        guard !isBusy else { throw .busy }
        try discard()
    }

    /// Removes an unfetched copy, which still contains text that was expunged since.
    ///
    /// A copy that is being made is kept, because it is about to be fetched.
    ///
    /// - Throws: ``BackupError/files(path:reason:)`` if it cannot be removed.
    public func forget() throws(BackupError) {
        guard !isBusy else { return }
        try discard()
    }

    /// Removes unfetched copies, including those of an earlier run.
    private func discard() throws(BackupError) {
        newest = nil
        try Directory(path: directory.backups).remove()
    }

    /// Verifies the copy, and stores the checkpoint of its entries in it.
    private func seal(_ path: String) async throws -> SignedCheckpoint {
        let copy = try TransferLog(path: path)
        let findings = try await copy.verify()
        if let problem = findings.problems.first {
            // Verify the log as well: if the damage is in the log, it is closed.
            _ = try await log.verify()
            throw BackupError.unsound(problem: problem)
        }
        let signed = try await checkpoints.sign(size: findings.entries)
        guard signed.checkpoint.head == findings.head, let key = try await checkpoints.verifierKeys().first else {
            throw BackupError.unsound(problem: Message("its entries are not those of the log"))
        }
        try await copy.put(BackupStamp(checkpoint: signed.serialized, verifierKey: key.description))
        try await BlockingWork.run { try copy.close() }
        return signed
    }
}

import Glibc

/// A prepared log that replaces the current one, with its checkpoint, and with its keys when those change.
///
/// The exchange is decided when the directory has its final name; if a crash interrupts it, the next start completes
/// it. The replaced log is never deleted.
public struct PendingRestore: Sendable {
    /// The files of the log; the write-ahead log goes first, since without it the database would look like an older
    /// one.
    private static let logSuffixes = ["-wal", "-shm", ""]

    private let state: StateDirectory
    private let ready: Directory

    public init(in state: StateDirectory) {
        self.state = state
        ready = Directory(path: state.restore)
    }

    /// Where the new log is prepared, laid out like the state directory.
    public var draft: StateDirectory { StateDirectory(within: state.restore + ".new") }

    /// Whether an exchange was decided but not completed.
    public var isDecided: Bool { ready.exists }

    /// Removes the remains of an exchange that was never decided.
    ///
    /// - Throws: ``BackupError/files(path:reason:)`` if it cannot be removed.
    public func discardDraft() throws(BackupError) { try Directory(path: draft.path).remove() }

    /// Decides the exchange for the prepared log; the replaced log goes to the directory named `replaced`.
    ///
    /// Throws ``BackupError`` and ``CheckpointKeeperError`` about a file.
    public func decide(keepingIn replaced: String) throws {
        try SmallFile(path: Self.memo(in: draft.path)).write(Array(replaced.utf8))
        try Directory(path: draft.path).rename(to: ready.path)
    }

    /// Carries out the exchange, or the rest of it, and returns the directory of the replaced log.
    ///
    /// The log must not be open. `checkpoints` are the files outside the database. Throws ``BackupError`` and
    /// ``CheckpointKeeperError`` about a file; the rest can be carried out later.
    @discardableResult
    public func carryOut(checkpoints: [CheckpointFile]) throws -> String {
        let name = try SmallFile(path: Self.memo(in: ready.path)).read().map { String(decoding: $0, as: UTF8.self) }
        let kept = StateDirectory(within: state.path + "/" + (name ?? "replaced"))
        let new = StateDirectory(within: ready.path)
        try Directory(path: kept.path).make()
        if access(new.log, F_OK) == 0 {
            for suffix in Self.logSuffixes {
                // A file placed there by an earlier attempt is the replaced log, and stays.
                let isTaken = access(kept.log + suffix, F_OK) == 0
                try Directory.move(state.log + suffix, to: kept.log + suffix + (isTaken ? ".later" : ""))
            }
            try Directory.sync(containing: kept.log)
            try Directory.move(new.log, to: state.log)
        }
        for key in [\StateDirectory.key, \.knownKeys] where access(new[keyPath: key], F_OK) == 0 {
            try Directory.move(state[keyPath: key], to: kept[keyPath: key])
            try Directory.move(new[keyPath: key], to: state[keyPath: key])
        }
        try Directory.sync(containing: state.log)
        if let checkpoint = try CheckpointFile(path: new.checkpoint).read() {
            for file in checkpoints { try file.write(checkpoint) }
        }
        try ready.remove()
        return kept.path
    }

    /// The file with the name of the directory for the replaced log.
    private static func memo(in directory: String) -> String { directory + "/replaced" }
}

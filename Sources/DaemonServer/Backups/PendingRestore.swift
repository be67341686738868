import Glibc

/// A log that was prepared to take the place of the present one, with its checkpoint, and its keys when those change.
///
/// Once the directory bears its final name, the exchange is decided: a crash in the middle is finished at the next
/// start. The log before is never deleted.
struct PendingRestore: Sendable {
    /// The files of the log; the write-ahead log goes first, without it the database would look like an older one.
    private static let logSuffixes = ["-wal", "-shm", ""]

    private let state: StateDirectory
    private let ready: Directory

    init(in state: StateDirectory) {
        self.state = state
        ready = Directory(path: state.restore)
    }

    /// Where the new log is prepared, laid out as the state directory is.
    var draft: StateDirectory { StateDirectory(within: state.restore + ".new") }

    /// Whether an exchange was decided and not carried out.
    var isDecided: Bool { ready.exists }

    /// Removes what an exchange that was never decided left.
    func discardDraft() throws(BackupError) { try Directory(path: draft.path).remove() }

    /// Decides the exchange for what lies in the draft; the log before goes to the directory with the name `replaced`.
    func decide(keepingIn replaced: String) throws {
        try SmallFile(path: Self.memo(in: draft.path)).write(Array(replaced.utf8))
        try Directory(path: draft.path).rename(to: ready.path)
    }

    /// Carries the exchange out, or what is left of it, and returns where the log before is.
    ///
    /// Nobody may have the log open. `checkpoints` are the files outside.
    @discardableResult
    func carryOut(checkpoints: [CheckpointFile]) throws -> String {
        let name = try SmallFile(path: Self.memo(in: ready.path)).read().map { String(decoding: $0, as: UTF8.self) }
        let kept = StateDirectory(within: state.path + "/" + (name ?? "replaced"))
        let new = StateDirectory(within: ready.path)
        try Directory(path: kept.path).make()
        if access(new.log, F_OK) == 0 {
            for suffix in Self.logSuffixes {
                // What an earlier attempt put there is the log before, and stays.
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

    /// The file that says where the log before goes.
    private static func memo(in directory: String) -> String { directory + "/replaced" }
}

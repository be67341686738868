/// Why no checkpoint can be signed.
enum CheckpointKeeperError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A file of the keeper cannot be read or written.
    case unreadable(path: String, reason: String)
    /// What stands in a file with a checkpoint is none that this log's key signed.
    case spoiled(path: String, reason: String)
    /// The log has entries, and no checkpoint is left that says so.
    case missingCheckpoint(path: String)
    /// A copy of the checkpoint cannot be read or written.
    case copyAway(path: String, reason: String)
    /// The key in the file is not one.
    case wrongKey(path: String)
    /// Another log took the place of the one that was to be signed.
    case exchanged
    /// The log has entries, and the key that signed them is gone.
    case missingKey(path: String)
    /// The key was changed so often that proofs cannot name all of them.
    case tooManyKeys(Int)
    /// A checkpoint outside the database is signed with another key.
    case foreignCheckpoint(path: String)
    /// The log is shorter than a checkpoint outside the database says, or another log.
    case behind(path: String, signed: Int64, entries: Int64)

    var description: String {
        switch self {
        case .unreadable(let path, let reason): "cannot use \(path): \(reason)"
        case .spoiled(let path, let reason):
            "cannot trust \(path): \(reason); put the right checkpoint back, or take the file away and start outguided again"
        case .missingCheckpoint(let path):
            "cannot find the last checkpoint, \(path): nothing shows that the log is whole; put it back, or go on without it "
                + "with outguide log key change --reason, which the log then tells"
        case .copyAway(let path, let reason):
            "cannot keep the checkpoint in \(path): \(reason); make or mount its directory, it is written there then"
        case .wrongKey(let path):
            "cannot use \(path): it does not hold the key that signs checkpoints; put the right key back, or take the "
                + "file away and make a new one with outguide log key change --reason, which the log then tells"
        case .exchanged: "cannot sign the log just now: a backup is being restored; try again in a moment"
        case .missingKey(let path):
            "cannot find the key that signs checkpoints, \(path): put it back, or make a new one with "
                + "outguide log key change --reason, which the log then tells"
        case .tooManyKeys(let count): "cannot change the key again: the log has had \(count) keys"
        case .foreignCheckpoint(let path):
            "cannot trust \(path): the key of this log did not sign it; put the right key or checkpoint back"
        case .behind(let path, let signed, let entries):
            "cannot go on from this log: the checkpoint in \(path) witnesses \(signed) entries that are not "
                + (signed > entries ? "in the log (\(entries) entries)" : "those of the log, which was altered since")
                + "; put the right transfer log back, or a backup with outguide restore"
        }
    }
}

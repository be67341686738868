public import Localization

/// Why a checkpoint cannot be signed.
public enum CheckpointKeeperError: Error, Sendable, Equatable, MessageConvertible {
    /// A file of the keeper cannot be read or written.
    case unreadable(path: String, reason: Message)
    /// The content of a checkpoint file is not a checkpoint signed with this log's key.
    case spoiled(path: String, reason: Message)
    /// The log has entries, but no checkpoint of them is left.
    case missingCheckpoint(path: String)
    /// A copy of the checkpoint cannot be read or written.
    case copyAway(path: String, reason: Message)
    /// The key file does not contain a key.
    case wrongKey(path: String)
    /// The log to be signed was replaced by another.
    case exchanged
    /// The log has entries, but the key that signed them is missing.
    case missingKey(path: String)
    /// The signing key of the log is being changed.
    case changingKey
    /// The key in the file is not the key that the log names.
    case otherKey(path: String)
    /// A checkpoint outside the database is signed with another key.
    case foreignCheckpoint(path: String)
    /// The log is shorter than a checkpoint outside the database, or contradicts it.
    case behind(Witness, signed: Int64, entries: Int64)
    /// An entry declares that the log was restored from a backup without entries that a checkpoint covers.
    case abandoned(signed: Int64, entries: Int64, entry: Int64)

    /// The location of a checkpoint that contradicts the log.
    public enum Witness: Sendable, Equatable {
        case file(path: String)
        /// The checkpoint was passed by the caller.
        case given
    }

    /// Whether the log must be closed, because a checkpoint contradicts it or no checkpoint is left to verify it.
    ///
    /// A file that cannot be read now may be readable later.
    var closesLog: Bool {
        switch self {
        case .spoiled, .missingCheckpoint, .wrongKey, .missingKey, .otherKey, .foreignCheckpoint, .behind: true
        case .unreadable, .copyAway, .exchanged, .changingKey, .abandoned: false
        }
    }

    /// Whether an entry of the log declares why it lacks entries that a checkpoint covers.
    public var isDeclared: Bool {
        if case .abandoned = self { true } else { false }
    }

    public var message: Message {
        switch self {
        case .unreadable(let path, let reason): Message("cannot use \(path, "path"): \(reason, "reason")")
        case .spoiled(let path, let reason):
            Message(
                "cannot trust \(path, "path"): \(reason, "reason"); put the right checkpoint back, or take the file "
                    + "away and start outguided again"
            )
        case .missingCheckpoint(let path):
            Message(
                "cannot find the last checkpoint, \(path, "path"): nothing shows that the log is whole; put it back, "
                    + "or go on without it "
                    + "with outguide log key change --reason, which the log then records"
            )
        case .copyAway(let path, let reason):
            Message(
                "cannot keep the checkpoint in \(path, "path"): \(reason, "reason"); make or mount its directory, it "
                    + "is written there then"
            )
        case .wrongKey(let path):
            Message(
                "cannot use \(path, "path"): it does not hold the key that signs checkpoints; put the right key back, "
                    + "or take the "
                    + "file away and make a new one with outguide log key change --reason, which the log then records"
            )
        case .exchanged: Message("cannot sign the log just now: a backup is being restored; try again in a moment")
        case .missingKey(let path):
            Message(
                "cannot find the key that signs checkpoints, \(path, "path"): put it back, or make a new one with "
                    + "outguide log key change --reason, which the log then records"
            )
        case .changingKey: Message("cannot sign the log just now: its key is being changed; try again in a moment")
        case .otherKey(let path):
            Message(
                "cannot trust \(path, "path"): it holds another key than the one that the log names; put the right key "
                    + "back, or take the "
                    + "file away and make a new one with outguide log key change --reason, which the log then records"
            )
        case .foreignCheckpoint(let path):
            Message(
                "cannot trust \(path, "path"): the key of this log did not sign it; put the right key or checkpoint "
                    + "back"
            )
        case .abandoned(let signed, let entries, let entry):
            Message(
                "cannot prove growth: that checkpoint has \(Int(signed), "signed") entries and the log has "
                    + "\(Int(entries), "count"); entry \(.number(entry), "entry") of the log "
                    + "says that it went on from a backup without some of those"
            )
        case .behind(.file(let path), let signed, let entries) where signed > entries:
            Message(
                "cannot go on from this log: the checkpoint in \(path, "path") witnesses \(Int(signed), "signed") "
                    + "entries that are not in the log "
                    + "(\(Int(entries), "count") entries); put the right transfer log back, or a backup with outguide "
                    + "restore"
            )
        case .behind(.given, let signed, let entries) where signed > entries:
            Message(
                "cannot go on from this log: a checkpoint that was handed in and that its key signed witnesses "
                    + "\(Int(signed), "signed") "
                    + "entries that are not in the log (\(Int(entries), "count") entries); put the right transfer log "
                    + "back, or a backup with "
                    + "outguide restore"
            )
        case .behind(.file(let path), let signed, _):
            Message(
                "cannot go on from this log: the checkpoint in \(path, "path") witnesses \(Int(signed), "signed") "
                    + "entries that are not those of the "
                    + "log, which was altered since; put the right transfer log back, or a backup with outguide restore"
            )
        case .behind(.given, let signed, _):
            Message(
                "cannot go on from this log: a checkpoint that was handed in and that its key signed witnesses "
                    + "\(Int(signed), "signed") "
                    + "entries that are not those of the log, which was altered since; put the right transfer log "
                    + "back, or a "
                    + "backup with outguide restore"
            )
        }
    }
}

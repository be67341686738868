public import Localization
import Vocabulary

/// A verified copy of the log that is ready to be fetched.
public struct Backup: Sendable, Hashable {
    /// The name of its file.
    public let name: String
    public let path: String
    public let entries: Int64
    public let bytes: Int64
    /// Hexadecimal SHA-256 of the file.
    public let sha256: String
    /// The signed checkpoint over its entries.
    public let checkpoint: String
}

/// The result of a restore.
public struct Restoration: Sendable, Hashable {
    /// The number of entries from the backup.
    public let entries: Int64
    /// The number of the entry that declares the restore.
    public let entry: Int64
    /// Entries covered by a checkpoint outside the database that the log no longer contains.
    public let abandoned: Int64
    /// Expungements ordered after the backup and repeated; nil when the replaced log could not be read.
    public let expunged: Int?
    /// The directory with the replaced log.
    public let keptIn: String
}

/// Why a backup was not made or not restored.
public enum BackupError: Error, Sendable, Equatable, MessageConvertible {
    /// Another backup or restore is in progress.
    case busy
    /// The state directory does not have enough free space.
    case noRoom(directory: String, needed: Int64, free: Int64)
    /// The verification of the copy failed.
    case unsound(problem: Message)
    /// The copy no longer exists.
    case gone(name: String)
    /// The file is not a backup.
    case notABackup(reason: Message)
    /// A checkpoint outside the database covers entries that the copy lacks.
    case wouldFork(entries: Int64, witnessed: Int64)
    /// A file cannot be read, written or moved.
    case files(path: String, reason: Message)

    public var message: Message {
        switch self {
        case .busy: Message("cannot begin: another backup or restore is under way; try again when it has ended")
        case .noRoom(let directory, let needed, let free):
            Message(
                "cannot put a copy of \(Int(needed), "needed") bytes into \(directory, "directory"): "
                    + "\(Int(free), "free") bytes are free; make room first"
            )
        case .unsound(let problem):
            Message("cannot vouch for the copy: \(problem, "reason"); outguide log verify lists what is wrong")
        case .gone(let name):
            Message("cannot find the backup \(name, "name"): it was fetched or replaced; make a new one")
        case .notABackup(let reason): Message("cannot restore that file: \(reason, "reason")")
        case .wouldFork(let entries, let witnessed):
            Message(
                "cannot restore that file: it has \(Int(entries), "count") entries, and a checkpoint witnesses a log "
                    + "of \(Int(witnessed), "witnessed") that "
                    + "it does not contain; to give up for good what it lacks, say so with --abandon"
            )
        case .files(let path, let reason): Message("cannot use \(path, "path"): \(reason, "reason")")
        }
    }
}

extension Timestamp {
    /// Date and time to the second for file names, such as `20260131T093000Z`.
    var inFileName: String { rfc3339.prefix { $0 != "." && $0 != "Z" }.filter { $0 != "-" && $0 != ":" } + "Z" }
}

/// Why a backup was not made or not restored.
public enum BackupError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Another backup or restore is in progress.
    case busy
    /// The state directory does not have enough free space.
    case noRoom(directory: String, needed: Int64, free: Int64)
    /// The verification of the copy failed.
    case unsound(problem: String)
    /// The copy no longer exists.
    case gone(name: String)
    /// The file is not a backup.
    case notABackup(reason: String)
    /// A checkpoint outside the database covers entries that the copy lacks.
    case wouldFork(entries: Int64, witnessed: Int64)
    /// A file cannot be read, written or moved.
    case files(path: String, reason: String)

    public var description: String {
        switch self {
        case .busy: "cannot begin: another backup or restore is under way; try again when it has ended"
        case .noRoom(let directory, let needed, let free):
            "cannot put a copy of \(needed) bytes into \(directory): \(free) bytes are free; make room first"
        case .unsound(let problem):
            "cannot vouch for the copy: \(problem); outguide log verify lists what is wrong"
        case .gone(let name): "cannot find the backup \(name): it was fetched or replaced; make a new one"
        case .notABackup(let reason): "cannot restore that file: \(reason)"
        case .wouldFork(let entries, let witnessed):
            "cannot restore that file: it has \(entries) entries, and a checkpoint witnesses a log of \(witnessed) that "
                + "it does not contain; to give up for good what it lacks, say so with --abandon"
        case .files(let path, let reason): "cannot use \(path): \(reason)"
        }
    }
}

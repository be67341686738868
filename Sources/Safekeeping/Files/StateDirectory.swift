import Glibc
public import Localization

/// The directory with all persistent data.
public struct StateDirectory: Sendable {
    public let path: String

    /// Creates the directory and its parents if missing, accessible only to the daemon's user.
    ///
    /// - Throws: ``StateDirectoryError`` if it cannot be created or is not a directory.
    public init(path: String) throws(StateDirectoryError) {
        self.path = path
        try Self.make(path)
        // On a file system remounted read-only the data can still be read.
        guard chmod(path, 0o700) == 0 || errno == EROFS else {
            throw .cannotUse(path: path, reason: .system(errno))
        }
    }

    /// A directory with the same layout, which may not exist yet.
    public init(within path: String) { self.path = path }

    /// The database.
    public var log: String { path + "/transfer.log.sqlite" }

    /// The key that signs checkpoints.
    public var key: String { path + "/checkpoint.key" }

    /// The public halves of all signing keys ever used, newest first.
    var knownKeys: String { path + "/checkpoint.keys" }

    /// Scanned files, each named by its SHA-256.
    public var documents: String { path + "/documents" }

    /// Copies of the log waiting to be fetched.
    public var backups: String { path + "/backups" }

    /// Written when a backup is made; its modification time is that of the newest backup.
    public var lastBackup: String { path + "/last-backup" }

    /// A copy that is being restored.
    public var restore: String { path + "/restore" }

    /// The last checkpoint, outside the database.
    public var checkpoint: String { path + "/checkpoint" }

    /// The paired scanners, in the format of the configuration.
    public var scanners: String { path + "/scanners.yaml" }
    /// Settings that matched two scanners at once.
    public var scannerDoubts: String { path + "/scanner-doubts.json" }

    /// The partly used label sheets.
    public var sheets: String { path + "/sheets.json" }

    /// The lock file that prevents a second daemon.
    public var lock: String { path + "/outguided.lock" }

    private static func make(_ path: String) throws(StateDirectoryError) {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw .cannotUse(path: path, reason: Message("it is not a directory"))
            }
            return
        }
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex { try make(String(path[..<slash])) }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw .cannotUse(path: path, reason: .system(errno))
        }
    }
}

/// Why the state directory cannot be used.
public enum StateDirectoryError: Error, Sendable, Equatable, MessageConvertible {
    case cannotUse(path: String, reason: Message)

    public var message: Message {
        switch self {
        case .cannotUse(let path, let reason):
            Message(
                "cannot use the state directory \(path, "path"): \(reason, "reason"); name another with --state-dir"
            )
        }
    }
}

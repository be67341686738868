import Glibc

/// The directory with everything that must not be lost.
struct StateDirectory {
    let path: String

    /// Makes the directory, and those above it, when it is not there; nobody else may look into it.
    init(path: String) throws(StateDirectoryError) {
        self.path = path
        try Self.make(path)
        // What lies on a file system that went read-only can still be read.
        guard chmod(path, 0o700) == 0 || errno == EROFS else {
            throw .cannotUse(path: path, reason: String(cString: strerror(errno)))
        }
    }

    /// A directory laid out in the same way, which need not be there yet.
    init(within path: String) { self.path = path }

    /// The database.
    var log: String { path + "/transfer.log.sqlite" }

    /// The key that signs checkpoints.
    var key: String { path + "/checkpoint.key" }

    /// The public halves of all keys that ever signed, the newest first.
    var knownKeys: String { path + "/checkpoint.keys" }

    /// Scanned files, each under its SHA-256.
    var documents: String { path + "/documents" }

    /// Copies of the log on their way to whoever asked for them.
    var backups: String { path + "/backups" }

    /// Written when a backup was made: how old the newest is can be seen of it.
    var lastBackup: String { path + "/last-backup" }

    /// A copy on its way into the place of the log.
    var restore: String { path + "/restore" }

    /// The last checkpoint, outside the database.
    var checkpoint: String { path + "/checkpoint" }

    /// The guns that were paired, in the form of the configuration.
    var scanners: String { path + "/scanners.yaml" }
    /// What named two guns at once.
    var scannerDoubts: String { path + "/scanner-doubts.json" }

    /// The sheets of labels that are begun.
    var sheets: String { path + "/sheets.json" }

    /// What keeps a second daemon out.
    var lock: String { path + "/outguided.lock" }

    private static func make(_ path: String) throws(StateDirectoryError) {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw .cannotUse(path: path, reason: "it is not a directory")
            }
            return
        }
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex { try make(String(path[..<slash])) }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw .cannotUse(path: path, reason: String(cString: strerror(errno)))
        }
    }
}

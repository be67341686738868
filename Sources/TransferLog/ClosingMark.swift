import Crypto
import FoundationEssentials
import Glibc

/// What the file of a log was when the log was closed, so that the next start can tell whether anybody touched it since.
///
/// When nobody did, the tables in it are those that outguided left, and need not be held against all entries. Whatever
/// writes into a file, its file system notes when (`st_ctim`), and no program can ask for another time there. The bytes are
/// not hashed: a log of many gigabytes would take longer than a daemon may take to stop.
struct ClosingMark: Sendable {
    /// What a file system says of a file; the number of the device is left out, which a restart of the machine may change.
    struct FileState: Sendable, Hashable {
        fileprivate let text: String

        fileprivate init?(of path: String) {
            var status = stat()
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
            let times = [status.st_mtim, status.st_ctim].map { "\($0.tv_sec).\($0.tv_nsec)" }
            text = "outguide closed log\n\(status.st_ino) \(status.st_size) \(times[0]) \(times[1])\n"
        }
    }

    /// The database.
    private let database: String
    /// The key of the daemon that closes or opens the log; nil when it has none.
    private let key: @Sendable () -> [UInt8]?

    private var path: String { database + ".closed" }

    init(of database: String, key: @escaping @Sendable () -> [UInt8]?) {
        self.database = database
        self.key = key
    }

    /// The file as it is now.
    var file: FileState? { FileState(of: database) }

    /// Whether the file is as the mark says, with nothing beside it that belongs to it; so is one that is not there yet.
    var fits: Bool {
        guard access(database, F_OK) == 0 || errno != ENOENT else { return true }
        guard isAlone, let file, let key = key(),
            let mark = FileManager.default.contents(atPath: path)
        else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            mark,
            authenticating: Array(file.text.utf8),
            using: SymmetricKey(data: key)
        )
    }

    /// Marks the closed file, when it is still what it was before it was closed.
    ///
    /// A mark that cannot be written is none: the next start takes longer, and nothing is lost.
    func leave(on before: FileState) {
        guard isAlone, file == before, let key = key() else { return }
        let code = HMAC<SHA256>.authenticationCode(for: Array(before.text.utf8), using: SymmetricKey(data: key))
        _ = FileManager.default.createFile(atPath: path, contents: Data(code), attributes: [.posixPermissions: 0o600])
    }

    /// Takes the mark away: a daemon that is killed leaves none.
    func remove() { unlink(path) }

    /// Whether no change waits beside the database: a write-ahead log, or a journal that SQLite would play back.
    private var isAlone: Bool {
        var status = stat()
        let hasChanges = lstat(database + "-wal", &status) == 0 && status.st_size > 0
        return !hasChanges && lstat(database + "-journal", &status) != 0
    }
}

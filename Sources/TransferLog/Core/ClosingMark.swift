import Crypto
import FoundationEssentials
import Glibc

/// An entity of the log's file when it was closed, by which the next start detects modifications.
///
/// Without modifications, the derived tables are those that outguided left, and need not be verified against all
/// entries. The file system records the time of every write to a file (`st_ctim`), and programs cannot set it. The
/// bytes are not hashed, because for a log of many gigabytes this would exceed the time in which a daemon must stop.
struct ClosingMark: Sendable {
    /// The file system's data about a file, without the device number, which may change when the machine restarts.
    struct FileState: Sendable, Hashable {
        fileprivate let text: String

        fileprivate init?(of path: String) {
            var status = stat()
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
            let times = [status.st_mtim, status.st_ctim].map { "\($0.tv_sec).\($0.tv_nsec)" }
            text = "outguide closed log\n\(status.st_ino) \(status.st_size) \(times[0]) \(times[1])\n"
        }
    }

    /// The path of the database.
    private let database: String
    /// The key of the daemon that closes or opens the log; nil when it has none.
    private let key: @Sendable () -> [UInt8]?

    private var path: String { database + ".closed" }

    init(of database: String, key: @escaping @Sendable () -> [UInt8]?) {
        self.database = database
        self.key = key
    }

    /// The current state of the file.
    var file: FileState? { FileState(of: database) }

    /// Whether the mark matches the file and no changes are pending beside it; true also when there is no file yet.
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

    /// Writes the mark for the closed file, if the file is unchanged since `before`.
    ///
    /// If the mark cannot be written, the next start takes longer, but nothing is lost.
    func leave(on before: FileState) {
        guard isAlone, file == before, let key = key() else { return }
        let code = HMAC<SHA256>.authenticationCode(for: Array(before.text.utf8), using: SymmetricKey(data: key))
        _ = FileManager.default.createFile(atPath: path, contents: Data(code), attributes: [.posixPermissions: 0o600])
    }

    /// Removes the mark, so that a killed daemon leaves none.
    func remove() { unlink(path) }

    /// Whether no changes are pending beside the database: neither a write-ahead log nor a journal that SQLite would
    /// apply.
    private var isAlone: Bool {
        var status = stat()
        let hasChanges = lstat(database + "-wal", &status) == 0 && status.st_size > 0
        return !hasChanges && lstat(database + "-journal", &status) != 0
    }
}

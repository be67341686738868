import Glibc

/// The files of an open database, by what they are and not by what they are called: SQLite goes on writing into a file that
/// was renamed, removed or replaced, where nobody finds it after the next start.
struct OpenFiles: Sendable {
    private struct Identity: Sendable, Hashable {
        let device: UInt64
        let number: UInt64

        init?(of path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
        }
    }

    private let files: [(path: String, identity: Identity)]

    /// Remembers the files of the database at `path`, which was just opened, and of its write-ahead log.
    init(of path: String) {
        files = [path, path + "-wal"].compactMap { file in Identity(of: file).map { (file, $0) } }
    }

    /// Throws ``TransferLogError/moved(path:)`` when one of them is not where it was.
    func check() throws(TransferLogError) {
        for (path, identity) in files where Identity(of: path) != identity { throw .moved(path: path) }
    }
}

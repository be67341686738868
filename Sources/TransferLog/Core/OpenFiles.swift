import Glibc

/// The files of an open database, identified by device and inode rather than by name.
///
/// SQLite continues to write to a file that was renamed, removed or replaced; the data would not be found after a
/// restart.
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

    /// Records the files of the newly opened database at `path` and of its write-ahead log.
    init(of path: String) {
        files = [path, path + "-wal"].compactMap { file in Identity(of: file).map { (file, $0) } }
    }

    /// Throws ``TransferLogError/moved(path:)`` when a file is no longer at its path.
    func check() throws(TransferLogError) {
        for (path, identity) in files where Identity(of: path) != identity { throw .moved(path: path) }
    }
}

import Glibc

/// The file by which clients find a socket: it may be removed or replaced while the socket behind it lives on.
struct SocketFile: Sendable, Hashable {
    private let device: dev_t
    private let number: ino_t

    /// The socket at `path`; nil when there is none.
    init?(path: String) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return nil }
        device = status.st_dev
        number = status.st_ino
    }
}

/// Why clients do not find the socket any more, where the daemon cannot mend that itself.
enum SocketFileLoss: Error, Sendable, Hashable, CustomStringConvertible {
    case ofServiceManager(String)
    case replaced(String)

    var description: String {
        switch self {
        case .ofServiceManager(let path):
            "the socket \(path) was removed or replaced: systemctl restart outguided.socket makes it anew"
        case .replaced(let path):
            "another file stands in the place of the socket \(path): remove it, and the socket is made anew"
        }
    }
}

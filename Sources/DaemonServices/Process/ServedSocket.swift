import Glibc
import Synchronization

/// The socket file that the daemon serves, by which it recognises whether another program has put a file in its place.
package final class ServedSocket: Sendable {
    private let file = Mutex<(device: UInt64, inode: UInt64)?>(nil)

    package init() {}

    /// Records the socket at `path` as the one that is served.
    package func served(at path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        let served = (UInt64(status.st_dev), UInt64(status.st_ino))
        file.withLock { $0 = served }
    }

    /// Whether a socket is being served.
    package var isServed: Bool { file.withLock { $0 != nil } }

    /// Whether `status` is that of the served socket; true while none is served.
    func isOwn(_ status: stat) -> Bool {
        guard let file = file.withLock({ $0 }) else { return true }
        return file == (UInt64(status.st_dev), UInt64(status.st_ino))
    }
}

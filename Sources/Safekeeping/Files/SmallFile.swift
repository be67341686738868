import Glibc
import Localization

/// A small file that is always read and written as a whole.
public struct SmallFile: Sendable {
    /// Maximum number of bytes read.
    public static let longest = 1 << 20

    public let path: String

    public init(path: String) { self.path = path }

    /// The content of the file; nil when it does not exist.
    ///
    /// - Throws: ``CheckpointKeeperError`` if it cannot be read, is not a regular file or exceeds ``longest``.
    public func read() throws(CheckpointKeeperError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        if descriptor < 0, errno == ENOENT { return nil }
        guard descriptor >= 0 else { throw failure }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(path: path, reason: Message("it is not a regular file"))
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count >= 0 else { throw failure }
            if count == 0 { return bytes }
            bytes += buffer.prefix(count)
            guard bytes.count <= Self.longest else {
                throw .unreadable(path: path, reason: Message("it has more than \(Self.longest, "limit") bytes"))
            }
        }
    }

    /// Replaces the file atomically, and returns when it is on disk; only the daemon may read it.
    ///
    /// - Throws: ``CheckpointKeeperError`` if it cannot be written.
    public func write(_ bytes: [UInt8]) throws(CheckpointKeeperError) {
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                close(descriptor)
                throw failure
            }
            written += count
        }
        let isSynced = fsync(descriptor) == 0
        close(descriptor)
        guard isSynced, rename(draft, path) == 0 else { throw failure }
        syncDirectory()
    }

    /// Removes the file if it exists.
    ///
    /// - Throws: ``CheckpointKeeperError`` if it exists and cannot be removed.
    public func remove() throws(CheckpointKeeperError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw failure }
        syncDirectory()
    }

    /// Syncs the directory, so that the new name is on disk; failure on file systems without support is ignored.
    private func syncDirectory() { try? Directory.sync(containing: path) }

    private var failure: CheckpointKeeperError { .unreadable(path: path, reason: .system(errno)) }
}

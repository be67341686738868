import Crypto
import Glibc
import Localization

/// The size and the SHA-256 of a file.
public struct FileDigest: Sendable, Hashable {
    public let bytes: Int64
    /// Hexadecimal.
    public let sha256: String

    /// Reads the file at `path` in chunks; nil when `isCancelled` returns true before the end.
    ///
    /// - Throws: ``BackupError/files(path:reason:)`` if the file cannot be read.
    public init?(path: String, isCancelled: () -> Bool) throws(BackupError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { throw .files(path: path, reason: .system(errno)) }
        defer { close(descriptor) }
        var hash = SHA256()
        var bytes: Int64 = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            if isCancelled() { return nil }
            let count = read(descriptor, &buffer, buffer.count)
            guard count >= 0 else { throw .files(path: path, reason: .system(errno)) }
            if count == 0 { break }
            buffer.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            bytes += Int64(count)
        }
        self.bytes = bytes
        sha256 = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Reads the file at `path` in chunks.
    ///
    /// - Throws: ``BackupError/files(path:reason:)`` if the file cannot be read.
    public init(path: String) throws(BackupError) {
        guard let digest = try FileDigest(path: path, isCancelled: { false }) else {
            throw .files(path: path, reason: Message("it was not read to its end"))
        }
        self = digest
    }
}

/// Determines the size of files.
public enum FileSize {
    /// Returns the size of the file at `path`, in bytes.
    ///
    /// - Throws: ``BackupError/files(path:reason:)`` if there is no such file.
    public static func bytes(of path: String) throws(BackupError) -> Int64 {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .files(path: path, reason: .system(errno)) }
        return Int64(status.st_size)
    }
}

/// Determines when files were last written.
public enum FileTimes {
    /// The modification time of the file at `path`, in seconds since 1970; nil when it does not exist.
    public static func modified(_ path: String) -> Double? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
    }
}

/// The free space of a directory's file system.
public struct DiskRoom: Sendable, Hashable {
    /// Bytes kept free whatever is copied, so that the log can still be written.
    public static let reserve: Int64 = 64 << 20

    /// The bytes that the daemon may still write there; nil when unknown.
    public static func free(in directory: String) -> Int64? {
        var status = statvfs()
        guard statvfs(directory, &status) == 0 else { return nil }
        return Int64(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
    }

    /// Throws when writing `bytes` to `directory` would leave too little space for the log.
    public static func check(
        _ bytes: Int64,
        leaving reserve: Int64 = reserve,
        in directory: String
    ) throws(BackupError) {
        guard let free = free(in: directory) else {
            throw .files(path: directory, reason: .system(errno))
        }
        guard bytes <= free - reserve else { throw .noRoom(directory: directory, needed: bytes, free: free) }
    }
}

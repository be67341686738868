import Glibc

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
            throw .files(path: directory, reason: String(cString: strerror(errno)))
        }
        guard bytes <= free - reserve else { throw .noRoom(directory: directory, needed: bytes, free: free) }
    }
}

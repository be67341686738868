import Glibc

/// How much room a directory's file system has.
struct DiskRoom: Sendable, Hashable {
    /// Bytes that stay free whatever is copied, so that the log can go on.
    static let reserve: Int64 = 64 << 20

    /// Bytes that the daemon may still write there; nil when that cannot be told.
    static func free(in directory: String) -> Int64? {
        var status = statvfs()
        guard statvfs(directory, &status) == 0 else { return nil }
        return Int64(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
    }

    /// Refuses to put `bytes` into `directory` when the log could not go on then.
    static func check(
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

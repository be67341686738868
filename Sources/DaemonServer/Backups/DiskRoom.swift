import Glibc

/// How much room a directory's file system has.
struct DiskRoom: Sendable, Hashable {
    /// Bytes that stay free whatever is copied, so that the log can go on.
    static let reserve: Int64 = 64 << 20

    /// Refuses to put `bytes` into `directory` when the log could not go on then.
    static func check(
        _ bytes: Int64,
        leaving reserve: Int64 = reserve,
        in directory: String
    ) throws(BackupError) {
        var status = statvfs()
        guard statvfs(directory, &status) == 0 else {
            throw .files(path: directory, reason: String(cString: strerror(errno)))
        }
        let free = Int64(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
        guard bytes <= free - reserve else { throw .noRoom(directory: directory, needed: bytes, free: free) }
    }
}

import Glibc

/// What tells one state of a file from another.
struct FileIdentity: Sendable, Hashable {
    let device: UInt64
    let inode: UInt64
    let size: Int64
    /// When it was changed last, in nanoseconds since 1970.
    let changedAt: Int64

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        changedAt = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
    }

    init(device: UInt64 = 0, inode: UInt64, size: Int64, changedAt: Int64) {
        self.device = device
        self.inode = inode
        self.size = size
        self.changedAt = changedAt
    }
}

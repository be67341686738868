import Glibc

/// Distinguishes the states of a file.
struct FileIdentity: Sendable, Hashable {
    let device: UInt64
    let inode: UInt64
    let size: Int64
    /// The last modification time, in nanoseconds since 1970, by the clock of the machine that stores the file.
    ///
    /// Programs can set this to any value.
    let changedAt: Int64
    /// The last status change, likewise; programs cannot set it.
    let statusChangedAt: Int64

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        changedAt = Self.nanoseconds(status.st_mtim)
        statusChangedAt = Self.nanoseconds(status.st_ctim)
    }

    init(device: UInt64 = 0, inode: UInt64, size: Int64, changedAt: Int64, statusChangedAt: Int64 = 0) {
        self.device = device
        self.inode = inode
        self.size = size
        self.changedAt = changedAt
        self.statusChangedAt = statusChangedAt
    }

    /// Whether both refer to the same file, in whatever state.
    func isSameFile(as other: FileIdentity) -> Bool { device == other.device && inode == other.inode }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}

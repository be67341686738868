import CFileStatus
import Glibc

/// Whether a program has a file open for writing.
enum FileWriters: Sendable, Hashable {
    case none
    case some
    /// Unknown to the kernel: the file is on another machine, or another user owns it and the daemon lacks
    /// `CAP_LEASE`.
    case unknown

    /// Queries the kernel about a file that is open for reading.
    ///
    /// A read lease is granted only while no program has the file open or mapped for writing (fcntl(2), F_SETLEASE).
    init(of descriptor: CInt) {
        if !Self.isLocal(descriptor) {
            self = .unknown
        } else if file_lease(descriptor) == 0 {
            self = .none
        } else {
            self = errno == EAGAIN ? .some : .unknown
        }
    }

    /// Whether only this kernel writes to the file system, so that its file times come from the daemon's clock.
    static func isLocal(_ descriptor: CInt) -> Bool { localSystems.contains(file_system_magic(descriptor)) }

    /// Magic numbers of statfs(2).
    ///
    /// In order: ext2 to ext4, XFS, Btrfs, F2FS, bcachefs, ZFS, JFS, ReiserFS, NILFS, tmpfs, ramfs, overlayfs, FAT,
    /// exFAT, and the kernel's NTFS. All others, such as NFS, SMB and FUSE, may have writers on other machines.
    private static let localSystems: Set<UInt32> = [
        0xEF53, 0x5846_5342, 0x9123_683E, 0xF2F5_2010, 0xCA45_1A4E, 0x2FC1_2FC1, 0x3153_464A, 0x5265_4973, 0x3434,
        0x0102_1994, 0x8584_58F6, 0x794C_7630, 0x4D44, 0x2011_BAB0, 0x7366_746E,
    ]
}

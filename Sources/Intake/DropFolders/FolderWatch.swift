import CFileStatus
// Dispatch sources may be used from any thread, but are not marked so.
@preconcurrency import Dispatch
import Glibc
import Localization
import Synchronization

/// Owns an inotify descriptor on a folder, and reports new names and completed writes.
///
/// Only changes made by programs on this machine are reported.
final class FolderWatch: Sendable {
    /// A name that appeared in the folder.
    struct Arrival: Sendable, Hashable {
        let name: String
        /// Whether the file existed before under another name or in another folder.
        let isRenamed: Bool
    }

    private let descriptor: CInt
    private let arrivals = Mutex<[Arrival]>([])
    private let source: (any DispatchSourceRead)?
    /// Why the kernel provided no descriptor.
    private let trouble: DropFolderError?

    /// Calls `onChange` from a separate thread after any number of changes.
    init(onChange: @escaping @Sendable () -> Void) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else {
            trouble = .cannotUse(path: "inotify", reason: .system(errno))
            source = nil
            return
        }
        trouble = nil
        let source = DispatchSource.makeReadSource(
            fileDescriptor: descriptor,
            queue: DispatchQueue(label: "outguide.folder-watch")
        )
        self.source = source
        source.setEventHandler { [weak self] in
            self?.drain()
            onChange()
        }
        source.setCancelHandler { [descriptor] in close(descriptor) }
        source.activate()
    }

    deinit { source?.cancel() }

    /// Watches `path` from now on; must be called again when the folder was remounted.
    func watch(_ path: String) throws(DropFolderError) {
        if let trouble { throw trouble }
        let mask = UInt32(IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR)
        guard inotify_add_watch(descriptor, path, mask) >= 0 else {
            throw .cannotUse(path: path, reason: .system(errno))
        }
    }

    /// Returns the names that appeared since the last call, in order.
    func takeArrivals() -> [Arrival] {
        arrivals.withLock { names in
            defer { names = [] }
            return names
        }
    }

    private func drain() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return }
            note(buffer[..<count])
        }
    }

    /// Parses the names from a run of `struct inotify_event`s.
    ///
    /// Each header has 16 bytes: bytes 4 to 7 are the event mask, bytes 12 to 15 the length of the zero-padded name
    /// that follows.
    private func note(_ events: ArraySlice<UInt8>) {
        let header = 16
        events.withUnsafeBytes { bytes in
            var at = 0
            while at + header <= bytes.count {
                let mask = bytes.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)
                let length = Int(bytes.loadUnaligned(fromByteOffset: at + 12, as: UInt32.self))
                guard at + header + length <= bytes.count else { return }
                let name = bytes[at + header..<at + header + length].prefix { $0 != 0 }
                if mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0,
                    let text = String(validating: name, as: UTF8.self), !text.isEmpty
                {
                    let arrival = Arrival(name: text, isRenamed: mask & UInt32(IN_MOVED_TO) != 0)
                    // Arrivals beyond the limit are found by the next scan of the folder.
                    arrivals.withLock { if $0.count < 100_000 { $0.append(arrival) } }
                }
                at += header + length
            }
        }
    }
}

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

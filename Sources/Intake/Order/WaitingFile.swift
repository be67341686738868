import Crypto
import Glibc
import Vocabulary

/// A file in a drop folder.
struct WaitingFile: Sendable, Hashable {
    let name: String
    let identity: FileIdentity
    /// The creation time, in nanoseconds since 1970 by the clock of the machine that stores the file; nil when
    /// unknown.
    var createdAt: Int64?
    /// Whether its writer has yet to rename it: a draft is not filed, and delays the files behind it.
    var isDraft = false
}

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

/// Classifies the files of a drop folder by name.
enum FileNameKind: Equatable {
    /// A file to be filed.
    case final
    /// A file that its writer renames when it is complete, to something like `name`.
    case draft(name: String)
    /// An auxiliary file that an operating system or program creates in any folder.
    case leftover

    init(_ name: String) {
        let lower = name.lowercased()
        if Self.leftovers.contains(lower) || Self.leftoverBeginnings.contains(where: { lower.hasPrefix($0) }) {
            self = .leftover
        } else if let ending = Self.draftEndings.first(where: { lower.hasSuffix($0) }) {
            self = .draft(name: String(name.dropLast(ending.count).drop { $0 == "." }))
        } else if name.hasPrefix(".") {
            self = .draft(name: String(name.dropFirst()))
        } else {
            self = .final
        }
    }

    /// Files of Windows, macOS, Linux desktops and file servers.
    private static let leftovers: Set<String> = [
        "thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", ".localized", ".apdisk", ".directory", ".hidden",
        ".volumeicon.icns", "icon\r",
    ]
    private static let leftoverBeginnings = ["._", "~$", ".~lock.", ".nfs", ".smbdelete", ".fuse_hidden", ".trash"]
    /// Suffixes of unfinished files from browsers, copiers, upload programs and editors.
    private static let draftEndings = [
        ".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".opdownload", "~",
    ]
}

extension DroppedFile {
    /// Creates an identity that distinguishes this file from every other.
    ///
    /// A file that is replaced, copied again or written to gets a new identity, even with the same bytes, name and
    /// times. On file systems without creation times, a change of owner or permissions has the same effect: filing a
    /// file twice is visible and therefore better than not filing it.
    init(_ file: WaitingFile, in folder: DropFolderName, content hash: ContentHash) {
        let identity = file.identity
        let begin = file.createdAt.map { "created \($0)" } ?? "changed \(identity.statusChangedAt)"
        // The name comes last because it may contain any character.
        let text = "\(begin) \(identity.inode) \(identity.changedAt) \(identity.size) \(hash) \(file.name)"
        self.init(folder: folder, identity: Array(SHA256.hash(data: Array(text.utf8))))
    }
}

extension DropFolder {
    /// The folder's name in the log.
    var folderName: DropFolderName { DropFolderName(path) }
}

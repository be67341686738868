import Glibc
import Localization
import Vocabulary

/// The result of one survey of a drop folder for files that are not taken from it.
struct FolderSurvey: Sendable {
    /// The count of one kind of trouble, and the first names.
    struct Tally: Sendable, Hashable {
        var count = 0
        var isComplete = true
        var names: [Message] = []
        var reason: Message?
        /// The time of the oldest file, where the file system reports it.
        var oldest: Timestamp?

        mutating func add(_ name: @autoclosure () -> Message) {
            count += 1
            if names.count < FolderSurvey.mostNames { names.append(name()) }
        }
    }

    /// A file with a draft name, which its writer may still complete.
    struct Draft: Sendable, Hashable {
        let name: String
        let identity: FileIdentity
    }

    /// Maximum number of names kept per kind.
    static let mostNames = 5
    /// Maximum number of entries examined in the folder, and in all its subfolders together.
    private static let mostEntries = 100_000
    private static let mostNested = 1_000
    /// Maximum number of files whose owner and permissions are checked.
    private static let mostFiles = 2_000
    private static let mostDrafts = 1_000
    private static let deepest = 8

    private(set) var tallies: [FolderTrouble.Kind: Tally] = [:]
    private(set) var drafts: [Draft] = []
    /// Whether the folder is the root of a file system.
    private(set) var isMountPoint = false
    /// Whether the folder itself could be listed.
    private(set) var isListed = false

    /// Surveys the folder at `path`; `mountTable` is in the format of fstab(5).
    ///
    /// Blocks indefinitely if a file server does not respond. The cost is bounded, whatever the folder contains.
    init(path: String, mountTable: String = "/etc/fstab") { look(at: path, mountTable) }

    private mutating func look(at path: String, _ mountTable: String) {
        if let place = MountTable(path: mountTable).unmounted(above: path) {
            tallies[.unmounted] = Tally(
                reason: Message("\(place, "path") is listed in \(mountTable, "file") and not mounted")
            )
        }
        var status = stat()
        guard lstat(path, &status) == 0 else { return fail(errno) }
        guard status.st_mode & S_IFMT != S_IFLNK else { return fail(Message("it is a symbolic link")) }
        guard status.st_mode & S_IFMT == S_IFDIR else { return fail(Message("it is not a directory")) }
        var parent = stat()
        isMountPoint = stat(path + "/..", &parent) == 0 && parent.st_dev != status.st_dev
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return fail(errno) }
        defer { close(descriptor) }
        if access(path, W_OK | X_OK) != 0 {
            let code = errno
            guard code != ESTALE, code != ENOTCONN else { return fail(code) }
            tallies[.notWritable] = Tally(reason: .system(code))
        }
        isListed = true
        lookAtRoom(descriptor)
        lookAtQuarantine(descriptor)
        lookAtEntries(descriptor, status)
    }

    private mutating func fail(_ code: CInt) { fail(.system(code)) }
    private mutating func fail(_ reason: Message) { tallies[.unavailable] = Tally(reason: reason) }

    private mutating func lookAtRoom(_ descriptor: CInt) {
        var room = statvfs()
        guard fstatvfs(descriptor, &room) == 0, room.f_blocks > 0 else { return }
        // A FUSE file system may report any number.
        let (bytes, isHuge) = UInt64(room.f_bavail).multipliedReportingOverflow(by: UInt64(room.f_frsize))
        let hasNoNames = room.f_files > 0 && room.f_favail == 0
        if !isHuge && bytes < 1 << 16 || hasNoNames { tallies[.full] = Tally() }
    }

    private mutating func lookAtQuarantine(_ descriptor: CInt) {
        let name = Self.quarantine.map { CChar(bitPattern: $0) } + [0]
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno != ENOENT { tallies[.quarantineUnusable] = Tally(reason: .system(errno)) }
            return
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            tallies[.quarantineUnusable] = Tally(reason: Message("it is not a directory"))
            return
        }
        guard faccessat(descriptor, name, R_OK | W_OK | X_OK, 0) == 0,
            let quarantine = FolderEntry.open(name, in: descriptor)
        else {
            tallies[.quarantineUnusable] = Tally(reason: .system(errno))
            return
        }
        defer { close(quarantine) }
        var tally = Tally()
        var seen = 0
        FolderEntry.each(of: quarantine) { entry in
            seen += 1
            guard seen <= Self.mostEntries else {
                tally.isComplete = false
                return false
            }
            let text = String(decoding: entry.bytes, as: UTF8.self)
            guard !text.hasSuffix(Quarantine.suffix), !text.hasSuffix(OpenDirectory.draft) else { return true }
            if tally.count < Self.mostFiles {
                guard let status = entry.status(in: quarantine), status.st_mode & S_IFMT == S_IFREG else { return true }
                let time = Timestamp(clamping: Int64(status.st_ctim.tv_sec) &* 1_000_000)
                tally.oldest = min(tally.oldest ?? time, time)
            } else {
                guard entry.fileType(in: quarantine) == S_IFREG else { return true }
            }
            tally.add(Message(verbatim: ShownName.of(entry.bytes)))
            return true
        }
        if tally.count > 0 { tallies[.quarantined] = tally }
    }

    private mutating func lookAtEntries(_ descriptor: CInt, _ folder: stat) {
        // In a sticky directory only the owner of a file may remove it.
        let mustOwn = folder.st_mode & S_ISVTX != 0 && geteuid() != 0 && folder.st_uid != geteuid()
        var found: [FolderTrouble.Kind: Tally] = [:]
        var unfinished: [Draft] = []
        var (seen, asked, nested, files) = (0, 0, 0, 0)
        FolderEntry.each(of: descriptor) { entry in
            seen += 1
            guard seen <= Self.mostEntries else { return false }
            let bytes = entry.bytes
            guard let type = entry.fileType(in: descriptor) else { return true }
            if type == S_IFDIR {
                guard bytes != Self.quarantine, !SystemFolder.isOne(bytes) else { return true }
                let inside = Self.files(in: entry, of: descriptor, &nested)
                files += inside
                found[.subfolders, default: Tally()].add(
                    Message(
                        "\(ShownName.of(bytes), "folder") ({count} file)",
                        plural: "\(ShownName.of(bytes), "folder") ({count} files)",
                        count: inside
                    )
                )
                return true
            }
            let kind = FileNameKind(String(decoding: bytes, as: UTF8.self))
            guard kind != .leftover else { return true }
            guard type == S_IFREG else {
                found[.specialFiles, default: Tally()].add(Message(verbatim: ShownName.of(bytes)))
                return true
            }
            guard let text = entry.text else {
                found[.undecodableNames, default: Tally()].add(Message(verbatim: ShownName.of(bytes)))
                return true
            }
            if kind != .final {
                guard unfinished.count < Self.mostDrafts, let status = entry.status(in: descriptor) else { return true }
                unfinished.append(Draft(name: text, identity: FileIdentity(status)))
                return true
            }
            guard asked < Self.mostFiles else { return true }
            asked += 1
            let isForbidden = faccessat(descriptor, entry.name, R_OK, 0) != 0 && [EACCES, EPERM].contains(errno)
            let isForeign = mustOwn && entry.status(in: descriptor).map { $0.st_uid != geteuid() } ?? false
            if isForbidden || isForeign {
                found[.forbidden, default: Tally()].add(Message(verbatim: ShownName.of(bytes)))
            }
            return true
        }
        if found[.subfolders] != nil {
            found[.subfolders]?.reason =
                nested >= Self.mostNested
                ? Message(
                    "at least {count} file is in there",
                    plural: "at least {count} files are in there",
                    count: files
                ) : Message("{count} file is in there", plural: "{count} files are in there", count: files)
        }
        if seen > Self.mostEntries { for kind in found.keys { found[kind]?.isComplete = false } }
        tallies.merge(found) { $1 }
        drafts = unfinished
    }

    /// Counts the files in a subfolder at any depth; `nested` counts the entries examined in all subfolders.
    private static func files(in entry: FolderEntry, of directory: CInt, _ nested: inout Int, depth: Int = 1) -> Int {
        guard nested < mostNested, let descriptor = FolderEntry.open(entry.name, in: directory) else { return 0 }
        defer { close(descriptor) }
        var (count, looked) = (0, nested)
        FolderEntry.each(of: descriptor) { inner in
            looked += 1
            guard looked <= mostNested else { return false }
            switch inner.fileType(in: descriptor) {
            case S_IFDIR:
                guard depth < deepest, !SystemFolder.isOne(inner.bytes) else { return true }
                count += files(in: inner, of: descriptor, &looked, depth: depth + 1)
            case S_IFREG: if FileNameKind(String(decoding: inner.bytes, as: UTF8.self)) != .leftover { count += 1 }
            default: break
            }
            return true
        }
        nested = looked
        return count
    }

    private static let quarantine = Array("quarantine".utf8)
}

/// Folders that operating systems and file servers create on every share.
enum SystemFolder {
    static func isOne(_ name: [UInt8]) -> Bool {
        let lower = String(decoding: name, as: UTF8.self).lowercased()
        return names.contains(lower) || lower.hasPrefix(".trash-")
    }

    /// Linux, Windows, macOS, Synology, QNAP, file server snapshots, and folder synchronisation programs.
    private static let names: Set<String> = [
        "lost+found", ".trash", ".trashes", "system volume information", "$recycle.bin", "recycler", ".recycle",
        ".spotlight-v100", ".fseventsd", ".temporaryitems", ".documentrevisions-v100", ".appledouble", ".appledb",
        ".appledesktop", "network trash folder", "temporary items", "@eadir", "#recycle", "@recycle", "@tmp",
        "#snapshot",
        "@snapshot", "@sharesnap", ".snapshot", ".snapshots", "~snapshot", ".zfs", ".stfolder", ".stversions",
        ".dropbox.cache", ".sync", ".@__thumb",
    ]
}

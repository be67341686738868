import Glibc
import Wire

/// The folder of files that could not be filed, each with its reason in a small text beside it.
///
/// A file that is moved back into the drop folder is tried again. Whoever may write into the drop folder may also put
/// links, pipes and long names here: nothing that is pointed to is followed or waited for. Calls block.
struct Quarantine: Sendable {
    /// A file that waits for somebody to look at it.
    struct File: Sendable, Hashable {
        let name: String
        let reason: String
        let bytes: Int64
        /// When it was put here, in microseconds since 1970.
        let since: Int64
        let state: WaitingFile
    }

    let folder: DropFolder

    /// Moves `file` here; its reason is on the disk before it is.
    func take(_ file: WaitingFile, because reason: String) throws(DropFolderError) {
        let around = try OpenDirectory(path: folder.path)
        // Whoever may use the folder may use this too, whatever the daemon's own umask says.
        let mode = try around.mode
        let directory = try around.directory(Self.name, mode: mode)
        let name = directory.freeName(for: Self.shortened(file.name))
        let note = name + Self.suffix
        try directory.write(Array((reason + "\n").utf8), to: note, mode: mode & 0o666)
        guard let status = around.status(of: file.name), FileIdentity(status) == file.identity else {
            directory.remove(note)
            return
        }
        do {
            try around.move(file.name, to: directory, as: name)
        } catch {
            directory.remove(note)
            throw error
        }
    }

    /// Some of the files that wait here, by name, and how many wait.
    struct Part: Sendable {
        var files: [File] = []
        var total = 0
        /// Whether more follow in the order of the names.
        var hasMore = false
        /// Whether everything could be looked at, and has a name that can be shown.
        var isWhole = true
    }

    /// The first files after `name`, at most `limit`; no more names are kept in memory than a few times that.
    func part(after name: String? = nil, limit: Int = API.longestPage) -> Part {
        var part = Part()
        var status = stat()
        guard lstat(folder.quarantine, &status) == 0 || errno != ENOENT else { return part }
        var names: [String] = []
        do throws(DropFolderError) {
            let directory = try OpenDirectory(path: folder.quarantine)
            try directory.eachName { found in
                guard let found else {
                    part.total += 1
                    part.isWhole = false
                    return
                }
                guard Self.isFile(found, in: directory) else { return }
                part.total += 1
                if let name, found <= name { return }
                names.append(found)
                guard names.count > 4 * limit + 64 else { return }
                names.sort()
                names.removeLast(names.count - limit - 1)
            }
            names.sort()
            part.hasMore = names.count > limit
            part.files = names.prefix(limit).compactMap { Self.file($0, in: directory) }
        } catch {
            part.isWhole = false
        }
        return part
    }

    static func isFile(_ name: String, in directory: borrowing OpenDirectory) -> Bool {
        guard !name.hasSuffix(suffix), !name.hasSuffix(OpenDirectory.draft) else { return false }
        return directory.status(of: name).map { $0.st_mode & S_IFMT == S_IFREG } ?? false
    }

    /// Nil when it was taken away meanwhile.
    static func file(_ name: String, in directory: borrowing OpenDirectory) -> File? {
        guard let status = directory.status(of: name) else { return nil }
        let note = directory.read(name + suffix, upTo: longestReason)
        let reason = note.flatMap { String(decoding: $0, as: UTF8.self).split(separator: "\n").first }
        return File(
            name: name,
            reason: reason.map(String.init) ?? "nobody noted why",
            bytes: Int64(status.st_size),
            since: Int64(status.st_ctim.tv_sec) &* 1_000_000,
            state: WaitingFile(
                name: name,
                identity: FileIdentity(status),
                createdAt: directory.creation(of: name)
            )
        )
    }

    /// The name with room left for a number before it and the endings of its reason, cut where a character ends.
    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > longestName else { return name }
        var short = name
        while short.utf8.count > longestName { short.removeLast() }
        return short
    }

    private static let name = "quarantine"
    static let suffix = ".reason.txt"
    private static let longestReason = 4_096
    /// A name has 255 bytes at most.
    private static let longestName = 225
}

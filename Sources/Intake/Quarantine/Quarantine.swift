import Crypto
import Glibc
import Localization
import Safekeeping

/// The folder of files that could not be filed, each with its reason in a text file beside it.
///
/// A file moved back to the drop folder is tried again. Users with write access to the drop folder may also place
/// links, pipes and long names here, so links are not followed and pipes are not waited for. Calls block.
struct Quarantine: Sendable {
    /// A file waiting for a user's attention.
    struct File: Sendable, Hashable {
        let name: String
        let reason: String
        let bytes: Int64
        /// When it was quarantined, in microseconds since 1970.
        let since: Int64
        let state: WaitingFile
    }

    let folder: DropFolder

    /// Moves `file` here; its reason is written to disk first.
    func take(_ file: WaitingFile, because reason: String) throws(DropFolderError) {
        let around = try OpenDirectory(path: folder.path)
        // Users of the drop folder may also use the quarantine, whatever the daemon's umask is.
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

    /// A page of the quarantined files, by name, and the total count.
    struct Part: Sendable {
        var files: [File] = []
        var total = 0
        /// Whether more files follow in the order of names.
        var hasMore = false
        /// Whether everything could be read and has a displayable name.
        var isWhole = true
    }

    /// Returns at most `limit` files after `name`.
    ///
    /// Memory use is limited to a few times that many names.
    func part(after name: String? = nil, limit: Int = 1_000) -> Part {
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

    /// Returns nil when the file was removed in the meantime.
    static func file(_ name: String, in directory: borrowing OpenDirectory) -> File? {
        guard let status = directory.status(of: name) else { return nil }
        let note = directory.read(name + suffix, upTo: longestReason)
        let reason = note.flatMap { String(decoding: $0, as: UTF8.self).split(separator: "\n").first }
        return File(
            name: name,
            reason: reason.map(String.init) ?? "no reason was recorded",
            bytes: Int64(status.st_size),
            since: Int64(status.st_ctim.tv_sec) &* 1_000_000,
            state: WaitingFile(
                name: name,
                identity: FileIdentity(status),
                createdAt: FolderEntry.creation(of: name, in: directory.descriptor)
            )
        )
    }

    /// The name, shortened at a character boundary to leave room for a number prefix and the suffixes of its reason
    /// file.
    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > longestName else { return name }
        var short = name
        while short.utf8.count > longestName { short.removeLast() }
        return short
    }

    private static let name = "quarantine"
    static let suffix = ".reason.txt"
    private static let longestReason = 4_096
    /// File names have at most 255 bytes.
    private static let longestName = 225
}

/// Files in quarantine that a user files by a command.
extension Quarantine {
    /// The identifier of the file in commands: twelve hexadecimal digits that change with the file.
    func id(of file: File) -> String {
        let state = file.state.identity
        let text = "\(state.inode) \(state.changedAt) \(state.size) \(folder.path) \(file.name)"
        return SHA256.hash(data: Array(text.utf8)).prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
            .joined()
    }

    func path(_ file: File) -> String { "\(folder.quarantine)/\(file.name)" }

    /// The file with this identifier or path.
    func file(named text: String) throws(DropFolderError) -> File? {
        let directory = try OpenDirectory(path: folder.quarantine)
        var found: File?
        try directory.eachName { name in
            guard found == nil, let name, Self.isFile(name, in: directory), let file = Self.file(name, in: directory),
                id(of: file) == text || path(file) == text
            else { return }
            found = file
        }
        return found
    }

    /// The bytes of the file; nil when it changed after it was listed.
    func bytes(of file: WaitingFile, upTo limit: Int) throws(DropFolderError) -> [UInt8]? {
        try OpenDirectory(path: folder.quarantine).bytes(of: file, upTo: limit)
    }

    /// Removes the file and its reason, unless the file was replaced in the meantime.
    func remove(_ file: WaitingFile) throws(DropFolderError) {
        let directory = try OpenDirectory(path: folder.quarantine)
        guard let status = directory.status(of: file.name), FileIdentity(status) == file.identity else { return }
        directory.remove(file.name)
        guard directory.status(of: file.name) == nil else {
            throw .cannotUse(
                path: "\(folder.quarantine)/\(file.name)",
                reason: Message("it is filed, and cannot be removed")
            )
        }
        directory.remove(file.name + Self.suffix)
    }
}

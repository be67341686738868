import Glibc
import Localization
import Safekeeping

/// Owns the descriptor of a directory that other programs also write to.
///
/// Names are resolved within the directory: links are not followed, and pipes are not waited for. Calls block.
struct OpenDirectory: ~Copyable {
    /// The suffix of a file while it is being written.
    static let draft = ".new"

    let descriptor: CInt
    let path: String

    /// Opens the directory at `path`, which must not be a link.
    init(path: String) throws(DropFolderError) { try self.init(path, at: AT_FDCWD, shown: path) }

    private init(_ name: String, at parent: CInt, shown path: String) throws(DropFolderError) {
        descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        self.path = path
        guard descriptor >= 0 else { throw .cannotUse(path: path, reason: .system(errno)) }
    }

    deinit { close(descriptor) }

    /// The permissions of the directory.
    var mode: mode_t {
        get throws(DropFolderError) {
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw failure(path) }
            return status.st_mode & 0o7777
        }
    }

    /// Opens a subdirectory; a new one is created with `mode`.
    func directory(_ name: String, mode: mode_t) throws(DropFolderError) -> OpenDirectory {
        let isNew = mkdirat(descriptor, name, 0o700) == 0
        guard isNew || errno == EEXIST else { throw failure("\(path)/\(name)") }
        let directory = try OpenDirectory(name, at: descriptor, shown: "\(path)/\(name)")
        if isNew { fchmod(directory.descriptor, mode) }
        return directory
    }

    /// The status of the file with this name; nil when it does not exist.
    func status(of name: String) -> stat? {
        var status = stat()
        return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
    }

    /// Returns `name`, prefixed with a number if it is already taken.
    func freeName(for name: String) -> String {
        var number = 1
        var free = name
        while status(of: free) != nil {
            number += 1
            free = "\(number)-\(name)"
        }
        return free
    }

    /// Calls `body` with each name in no particular order, and with nil for a name that is not text.
    func eachName(_ body: (String?) -> Void) throws(DropFolderError) {
        let isRead = FolderEntry.each(of: descriptor) { entry in
            body(entry.text)
            return true
        }
        guard isRead else { throw failure(path) }
    }

    /// The first bytes of a regular file; nil for any other file.
    func read(_ name: String, upTo limit: Int) -> [UInt8]? {
        let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return [UInt8](unsafeUninitializedCapacity: limit) { buffer, used in
            used = max(0, Glibc.read(file, buffer.baseAddress, limit))
        }
    }

    /// Writes a file of the daemon, and returns when it is on disk under its name.
    func write(_ bytes: [UInt8], to name: String, mode: mode_t) throws(DropFolderError) {
        let draft = name + Self.draft
        remove(draft)
        let file = openat(descriptor, draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw failure("\(path)/\(draft)") }
        defer { close(file) }
        let count = Glibc.write(file, bytes, bytes.count)
        guard count == bytes.count, fchmod(file, mode) == 0, fsync(file) == 0,
            renameat(descriptor, draft, descriptor, name) == 0
        else {
            let failure = failure("\(path)/\(name)")
            remove(draft)
            throw failure
        }
    }

    /// Moves a file to another directory, replacing a file of that name.
    func move(_ name: String, to other: borrowing OpenDirectory, as target: String) throws(DropFolderError) {
        guard renameat(descriptor, name, other.descriptor, target) == 0 else { throw failure("\(path)/\(name)") }
    }

    /// Removes a file, if it exists.
    func remove(_ name: String) { unlinkat(descriptor, name, 0) }

    func failure(_ path: String) -> DropFolderError { .cannotUse(path: path, reason: .system(errno)) }
}

extension OpenDirectory {
    /// The bytes of a file; nil when the file changed after it was listed.
    func bytes(of file: WaitingFile, upTo limit: Int) throws(DropFolderError) -> [UInt8]? {
        guard file.identity.size <= Int64(limit) else { throw .tooLong(limit: limit) }
        let opened = openat(descriptor, file.name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        if opened < 0, errno == ENOENT || errno == ELOOP { return nil }
        guard opened >= 0 else { throw failure("\(path)/\(file.name)") }
        defer { close(opened) }
        guard try isStill(file, opened) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(file.identity.size))
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while bytes.count <= limit {
            let count = Glibc.read(opened, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("\(path)/\(file.name)") }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        guard bytes.count <= limit else { throw .tooLong(limit: limit) }
        return try isStill(file, opened) ? bytes : nil
    }

    private func isStill(_ file: WaitingFile, _ opened: CInt) throws(DropFolderError) -> Bool {
        var status = stat()
        guard fstat(opened, &status) == 0 else { throw failure("\(path)/\(file.name)") }
        return FileIdentity(status) == file.identity
    }
}

import Glibc

/// The one owner of a descriptor of a directory into which others write too.
///
/// Every name in it is taken for itself: no link is followed, no pipe is waited for. Calls block.
struct OpenDirectory: ~Copyable {
    /// What stands behind the name of a file while it is written.
    static let draft = ".new"

    let descriptor: CInt
    let path: String

    /// The directory at `path`, which must not be a link.
    init(path: String) throws(DropFolderError) {
        try self.init(path, at: AT_FDCWD, shown: path)
    }

    private init(_ name: String, at parent: CInt, shown path: String) throws(DropFolderError) {
        descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        self.path = path
        guard descriptor >= 0 else { throw .cannotUse(path: path, reason: String(cString: strerror(errno))) }
    }

    deinit { close(descriptor) }

    /// Its permissions.
    var mode: mode_t {
        get throws(DropFolderError) {
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw failure(path) }
            return status.st_mode & 0o7777
        }
    }

    /// A directory in it; a new one gets `mode`.
    func directory(_ name: String, mode: mode_t) throws(DropFolderError) -> OpenDirectory {
        let isNew = mkdirat(descriptor, name, 0o700) == 0
        guard isNew || errno == EEXIST else { throw failure("\(path)/\(name)") }
        let directory = try OpenDirectory(name, at: descriptor, shown: "\(path)/\(name)")
        if isNew { fchmod(directory.descriptor, mode) }
        return directory
    }

    /// What has this name; nil when nothing has.
    func status(of name: String) -> stat? {
        var status = stat()
        return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
    }

    /// `name`, or with a number before it when something is called so already.
    func freeName(for name: String) -> String {
        var number = 1
        var free = name
        while status(of: free) != nil {
            number += 1
            free = "\(number)-\(name)"
        }
        return free
    }

    /// Calls `body` with each name in it, in no order, and with nil for one that is not text.
    func eachName(_ body: (String?) -> Void) throws(DropFolderError) {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw failure(path) }
        guard let directory = fdopendir(copy) else {
            close(copy)
            throw failure(path)
        }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { body(name) }
        }
    }

    /// The first bytes of a regular file; nil when it is none.
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

    /// Writes a file of our own, and returns once it is on the disk under its name.
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

    /// Moves a file into another directory, over what has that name there.
    func move(_ name: String, to other: borrowing OpenDirectory, as target: String) throws(DropFolderError) {
        guard renameat(descriptor, name, other.descriptor, target) == 0 else { throw failure("\(path)/\(name)") }
    }

    /// Takes a file away, if it is there.
    func remove(_ name: String) { unlinkat(descriptor, name, 0) }

    func failure(_ path: String) -> DropFolderError {
        .cannotUse(path: path, reason: String(cString: strerror(errno)))
    }
}

import Glibc

/// The files of a folder that a copier scans into.
///
/// Calls block.
struct DropFolder: Sendable {
    let path: String

    /// What cannot be filed goes here.
    var quarantine: String { path + "/quarantine" }

    /// Regular files in the order in which they were written; nothing that is only pointed to, is hidden, or that its
    /// writer still gives another name.
    func files() throws(DropFolderError) -> [WaitingFile] {
        guard let directory = opendir(path) else { throw failure(path) }
        defer { closedir(directory) }
        var files: [WaitingFile] = []
        while files.count < Self.most, let entry = readdir(directory) {
            guard let name = Self.name(of: entry), Self.isFinal(name) else { continue }
            var status = stat()
            guard fstatat(dirfd(directory), name, &status, AT_SYMLINK_NOFOLLOW) == 0,
                status.st_mode & S_IFMT == S_IFREG
            else { continue }
            files.append(WaitingFile(name: name, identity: FileIdentity(status)))
        }
        return files.sorted {
            ($0.identity.changedAt, $0.name) < ($1.identity.changedAt, $1.name)
        }
    }

    /// Its bytes, whoever owns it and when it was written; nil when it is not the file any more that was looked at.
    func read(
        _ file: WaitingFile,
        upTo limit: Int
    ) throws(DropFolderError) -> (bytes: [UInt8], owner: UInt32)? {
        let path = "\(path)/\(file.name)"
        // Not waiting for a writer, should it have become a pipe.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        if descriptor < 0, errno == ENOENT || errno == ELOOP { return nil }
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path) }
        guard FileIdentity(status) == file.identity else { return nil }
        guard file.identity.size <= Int64(limit) else { throw .tooLong(limit: limit) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(file.identity.size))
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(path) }
            if count == 0 { break }
            bytes += chunk[..<count]
            guard bytes.count <= limit else { throw .tooLong(limit: limit) }
        }
        guard fstat(descriptor, &status) == 0, FileIdentity(status) == file.identity else { return nil }
        return (bytes, status.st_uid)
    }

    /// Takes the file away, unless it is another by now.
    func remove(_ file: WaitingFile) throws(DropFolderError) {
        let path = "\(path)/\(file.name)"
        var status = stat()
        guard lstat(path, &status) == 0, FileIdentity(status) == file.identity else { return }
        guard unlink(path) == 0 || errno == ENOENT else { throw failure(path) }
    }

    private static let most = 100_000

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
        withUnsafeBytes(of: entry.pointee.d_name) { bytes in
            // A name that is not UTF-8 could not be told to anybody.
            String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    private static func isFinal(_ name: String) -> Bool {
        guard !name.hasPrefix("."), !name.hasSuffix("~") else { return false }
        let draft = [".tmp", ".temp", ".part", ".partial", ".filepart"]
        return !draft.contains { name.lowercased().hasSuffix($0) }
    }

    private func failure(_ path: String) -> DropFolderError {
        .cannotUse(path: path, reason: String(cString: strerror(errno)))
    }
}

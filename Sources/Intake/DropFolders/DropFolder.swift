import Glibc
package import Localization

/// A folder that a copier scans into.
///
/// Calls block.
struct DropFolder: Sendable {
    /// The result of reading a file.
    enum Reading: Sendable {
        /// The whole content, and the owner of the file.
        case whole(bytes: [UInt8], owner: UInt32)
        /// A program has it open for writing, or it is unknown whether one has.
        case beingWritten
        /// The file was replaced, modified or removed after it was listed.
        case changed
    }

    let path: String
    /// Whether any program has an open file open for writing.
    var writers: @Sendable (CInt) -> FileWriters = { FileWriters(of: $0) }

    /// Whether file times come from the daemon's clock, because only this kernel writes to the file system.
    var keepsOwnTime: Bool {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return FileWriters.isLocal(descriptor)
    }

    /// The folder for files that cannot be filed.
    var quarantine: String { path + "/quarantine" }

    /// Lists regular files in no particular order, including drafts; links and leftovers are excluded.
    func files() throws(DropFolderError) -> [WaitingFile] {
        let directory = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw failure(path) }
        defer { close(directory) }
        var files: [WaitingFile] = []
        let isRead = FolderEntry.each(of: directory) { entry in
            // A name that is not UTF-8 could not be displayed.
            guard let name = entry.text else { return true }
            let kind = FileNameKind(name)
            guard kind != .leftover, let status = entry.status(in: directory), status.st_mode & S_IFMT == S_IFREG
            else { return true }
            files.append(
                WaitingFile(
                    name: name,
                    identity: FileIdentity(status),
                    createdAt: FolderEntry.creation(of: name, in: directory),
                    isDraft: kind != .final
                )
            )
            return files.count < Self.most
        }
        guard isRead else { throw failure(path) }
        return files
    }

    /// Reads a file that no program is writing; with `whoeverWrites`, also one for which this is unknown.
    func read(_ file: WaitingFile, upTo limit: Int, whoeverWrites: Bool = false) throws(DropFolderError) -> Reading {
        guard let descriptor = try open(file) else { return .changed }
        defer { close(descriptor) }
        guard try isUnchanged(file, descriptor) else { return .changed }
        func isBeingWritten() -> Bool {
            switch writers(descriptor) {
            case .none: false
            case .some: true
            case .unknown: !whoeverWrites
            }
        }
        guard !isBeingWritten() else { return .beingWritten }
        guard file.identity.size <= Int64(limit) else { throw .tooLong(limit: limit) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(file.identity.size))
        var tooLong = false
        try eachChunk(of: descriptor, file) { chunk in
            bytes += chunk
            tooLong = bytes.count > limit
            return !tooLong
        }
        if tooLong { throw .tooLong(limit: limit) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("\(path)/\(file.name)") }
        guard FileIdentity(status) == file.identity, bytes.count == file.identity.size else { return .changed }
        return isBeingWritten() ? .beingWritten : .whole(bytes: bytes, owner: status.st_uid)
    }

    /// Whether the file is unchanged since it was listed, and not known to be open for writing.
    func isUntouched(_ file: WaitingFile) throws(DropFolderError) -> Bool {
        guard let descriptor = try open(file) else { return false }
        defer { close(descriptor) }
        return try isUnchanged(file, descriptor) && writers(descriptor) != .some
    }

    /// Whether a program is known to be writing the file.
    func isBeingWritten(_ file: WaitingFile) -> Bool {
        guard let descriptor = try? open(file) else { return false }
        defer { close(descriptor) }
        return writers(descriptor) == .some
    }

    /// Removes the file if it holds exactly `bytes` and is not known to be open for writing; returns whether it is
    /// gone.
    func remove(_ file: WaitingFile, holding bytes: [UInt8]) throws(DropFolderError) -> Bool {
        let path = "\(path)/\(file.name)"
        guard let descriptor = try open(file) else { return access(path, F_OK) != 0 }
        defer { close(descriptor) }
        var (rest, holdsMore) = (bytes[...], false)
        try eachChunk(of: descriptor, file) { chunk in
            holdsMore = !rest.starts(with: chunk)
            rest = rest.dropFirst(chunk.count)
            return !holdsMore
        }
        // Check the name last, because it may refer to another file by now.
        var status = stat()
        guard rest.isEmpty, !holdsMore, try isUnchanged(file, descriptor), lstat(path, &status) == 0,
            FileIdentity(status) == file.identity, writers(descriptor) != .some
        else { return false }
        guard unlink(path) == 0 || errno == ENOENT else { throw failure(path) }
        return true
    }

    private static let most = 100_000

    /// Returns nil when the name no longer refers to a readable file, or a writer is just returning its lease.
    private func open(_ file: WaitingFile) throws(DropFolderError) -> CInt? {
        let path = "\(path)/\(file.name)"
        // O_NONBLOCK avoids waiting for the writer of a pipe, or for a file server that holds a lease.
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        if descriptor < 0, [ENOENT, ELOOP, EWOULDBLOCK].contains(errno) { return nil }
        guard descriptor >= 0 else { throw failure(path) }
        return descriptor
    }

    private func isUnchanged(_ file: WaitingFile, _ descriptor: CInt) throws(DropFolderError) -> Bool {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("\(path)/\(file.name)") }
        return FileIdentity(status) == file.identity
    }

    /// Reads chunks until `take` returns false or the file ends.
    private func eachChunk(
        of descriptor: CInt,
        _ file: WaitingFile,
        _ take: (ArraySlice<UInt8>) -> Bool
    ) throws(DropFolderError) {
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("\(path)/\(file.name)") }
            guard count > 0, take(chunk[..<count]) else { return }
        }
    }

    private func failure(_ path: String) -> DropFolderError {
        .cannotUse(path: path, reason: .system(errno))
    }
}

/// Why a drop folder, or a file in it, cannot be used.
package enum DropFolderError: Error, Sendable, Hashable, MessageConvertible {
    case cannotUse(path: String, reason: Message)
    /// The file has more than this many bytes.
    case tooLong(limit: Int)

    package var message: Message {
        switch self {
        case .cannotUse(let path, let reason): Message("cannot use \(path, "path"): \(reason, "reason")")
        case .tooLong(let limit):
            Message(
                "cannot file it: it has more than \(limit >> 20, "limit") MiB, the largestFile of its drop folder; "
                    + "scan it in parts, or "
                    + "raise largestFile in outguided.yaml and move the file back"
            )
        }
    }
}

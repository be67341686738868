import CFileStatus
import Glibc

extension OpenDirectory {
    /// The creation time of a file, in nanoseconds since 1970; nil on file systems that do not store it.
    func creation(of name: String) -> Int64? {
        var nanoseconds: Int64 = 0
        return file_created(descriptor, name, &nanoseconds) == 0 ? nanoseconds : nil
    }

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

import Glibc

/// A directory entry with an arbitrary name.
struct FolderEntry {
    /// The name, zero-terminated.
    let name: [CChar]
    /// One of the `DT_` constants; `DT_UNKNOWN` on file systems that do not report the type.
    let type: UInt8

    var bytes: [UInt8] { name.dropLast().map { UInt8(bitPattern: $0) } }

    /// The name; nil when it is not UTF-8.
    var text: String? { String(validating: bytes, as: UTF8.self) }

    /// The lstat(2) result; nil when the entry is gone.
    func status(in directory: CInt) -> stat? {
        var status = stat()
        return fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
    }

    /// The file type, one of the `S_IF` constants; nil when the entry is gone.
    func fileType(in directory: CInt) -> mode_t? {
        switch Int(type) {
        case Int(DT_REG): S_IFREG
        case Int(DT_DIR): S_IFDIR
        case Int(DT_UNKNOWN): status(in: directory).map { $0.st_mode & S_IFMT }
        default: mode_t(type) << 12
        }
    }

    /// Opens a directory by name; returns nil and sets `errno` when that fails or the name is a link.
    static func open(_ name: [CChar], in directory: CInt) -> CInt? {
        let descriptor = openat(directory, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        return descriptor < 0 ? nil : descriptor
    }

    /// Calls `body` with each entry of an open directory except `.` and `..`, until `body` returns false.
    static func each(of directory: CInt, _ body: (FolderEntry) -> Bool) {
        guard let copy = open([CChar(bitPattern: UInt8(ascii: ".")), 0], in: directory) else { return }
        guard let stream = fdopendir(copy) else {
            close(copy)
            return
        }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            var name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) }
            }
            let dot = CChar(bitPattern: UInt8(ascii: "."))
            if name == [dot] || name == [dot, dot] { continue }
            name.append(0)
            guard body(FolderEntry(name: name, type: entry.pointee.d_type)) else { return }
        }
    }
}

import CFileStatus
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

    /// The creation time of a file, in nanoseconds since 1970; nil on file systems that do not store it.
    static func creation(of name: String, in directory: CInt) -> Int64? {
        var nanoseconds: Int64 = 0
        return file_created(directory, name, &nanoseconds) == 0 ? nanoseconds : nil
    }

    /// Calls `body` with each entry of an open directory except `.` and `..`, until `body` returns false.
    ///
    /// Returns false and sets `errno` when the directory cannot be read.
    @discardableResult static func each(of directory: CInt, _ body: (FolderEntry) -> Bool) -> Bool {
        guard let copy = open([CChar(bitPattern: UInt8(ascii: ".")), 0], in: directory) else { return false }
        guard let stream = fdopendir(copy) else {
            close(copy)
            return false
        }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            var name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) }
            }
            let dot = CChar(bitPattern: UInt8(ascii: "."))
            if name == [dot] || name == [dot, dot] { continue }
            name.append(0)
            guard body(FolderEntry(name: name, type: entry.pointee.d_type)) else { break }
        }
        return true
    }
}

/// Escapes file names of arbitrary bytes for display.
enum ShownName {
    /// The name with `\xNN` for each byte that is not UTF-8, `\u{N}` for each character that is invisible or changes
    /// the appearance of the line, and `\\` for a backslash.
    static func of(_ bytes: some Sequence<UInt8>) -> String {
        var shown = ""
        var rest = Array(bytes)[...]
        while let first = rest.first {
            let length = min(width(of: first), rest.count)
            guard let text = String(validating: rest.prefix(length), as: UTF8.self),
                let scalar = text.unicodeScalars.first
            else {
                shown += "\\x" + hexadecimal(UInt32(first), digits: 2)
                rest = rest.dropFirst()
                continue
            }
            if scalar == "\\" {
                shown += "\\\\"
            } else if isSeen(scalar) {
                shown += text
            } else {
                shown += "\\u{" + hexadecimal(scalar.value, digits: 1) + "}"
            }
            rest = rest.dropFirst(length)
        }
        return shown
    }

    /// The length in bytes of a character that begins with this byte.
    private static func width(of first: UInt8) -> Int {
        switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }

    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }

    private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

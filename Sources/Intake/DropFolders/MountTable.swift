import Glibc

/// The file systems of this machine, as listed in fstab(5).
struct MountTable: Sendable {
    /// The mount points, except those mounted only on demand.
    let places: [String]

    /// Reads the table at `path`; an unreadable table counts as empty.
    init(path: String) {
        guard let file = fopen(path, "re") else {
            self.init(text: "")
            return
        }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = fread(&bytes, 1, bytes.count, file)
        self.init(text: String(decoding: bytes.prefix(count), as: UTF8.self))
    }

    init(text: String) {
        places = text.split(separator: "\n").compactMap { line in
            let fields = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
            guard fields.count >= 4, !line.hasPrefix("#"), fields[1].hasPrefix("/"), fields[1] != "/" else {
                return nil
            }
            let options = fields[3].split(separator: ",")
            // A bind mount does not show whether its file system is mounted.
            guard !options.contains(where: { ["noauto", "bind", "rbind"].contains($0) }) else { return nil }
            let place = Self.unescaped(fields[1])
            return place.hasSuffix("/") ? String(place.dropLast()) : place
        }
    }

    /// The mount point above `path` that is not mounted; nil when there is none.
    func unmounted(above path: String) -> String? {
        places.first { place in
            guard path == place || path.hasPrefix(place + "/") else { return false }
            var (status, parent) = (stat(), stat())
            guard lstat(place, &status) == 0, lstat(place + "/..", &parent) == 0 else { return false }
            return status.st_dev == parent.st_dev
        }
    }

    /// Decodes octal escapes: spaces and similar characters are written as a backslash and three octal digits.
    private static func unescaped(_ field: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(field.utf8)[...]
        while let first = rest.popFirst() {
            let digits = String(decoding: rest.prefix(3), as: UTF8.self)
            if first == UInt8(ascii: "\\"), digits.utf8.count == 3, let byte = UInt8(digits, radix: 8) {
                bytes.append(byte)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(first)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

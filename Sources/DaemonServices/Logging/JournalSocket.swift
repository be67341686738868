import Glibc

/// A connection to journald in its native protocol (systemd.io/JOURNAL_NATIVE_PROTOCOL).
///
/// Owns a descriptor for the life of the process.
package struct JournalSocket: Sendable {
    private static let path = "/run/systemd/journal/socket"
    /// Maximum total size of the values in a record; larger datagrams are rejected by the kernel.
    private static let longestValue = 48 << 10

    private let descriptor: Int32

    /// Returns nil unless standard error is connected to the journal, as stated in `JOURNAL_STREAM`
    /// (systemd.exec(5)).
    package init?(isStandardError stream: String?) {
        var status = stat()
        guard let stream, fstat(STDERR_FILENO, &status) == 0, stream == "\(status.st_dev):\(status.st_ino)" else {
            return nil
        }
        self.init(path: Self.path)
    }

    /// Returns nil when no socket listens at `path`.
    init?(path: String) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                connect(descriptor, address, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        guard isConnected else {
            close(descriptor)
            return nil
        }
    }

    /// Sends one record; returns false when the journal does not accept it.
    func send(_ fields: [(name: String, value: String)]) -> Bool {
        let record = Self.record(fields)
        return record.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) } >= 0
    }

    /// Encodes a record.
    ///
    /// Each value is preceded by its length, so that its content cannot pass for another field.
    static func record(_ fields: [(name: String, value: String)]) -> [UInt8] {
        var record: [UInt8] = []
        for (name, value) in fields {
            let bytes = value.utf8.prefix(longestValue / max(1, fields.count))
            record += Array(name.utf8) + [10]
            withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { record += $0 }
            record += Array(bytes) + [10]
        }
        return record
    }

    /// The name of the field for a key such as `scannerName`: upper case, with the prefix of the daemon.
    static func fieldName(_ key: String) -> String {
        var name = "OUTGUIDE_"
        var isInWord = false
        for character in key.utf8 {
            switch character {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                name += isInWord ? "_" : ""
                name.unicodeScalars.append(Unicode.Scalar(character))
                isInWord = false
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                name.unicodeScalars.append(Unicode.Scalar(character - 32))
                isInWord = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                name.unicodeScalars.append(Unicode.Scalar(character))
                isInWord = true
            default:
                name += name.hasSuffix("_") ? "" : "_"
                isInWord = false
            }
        }
        // journald drops longer names.
        return String(name.prefix(64))
    }
}

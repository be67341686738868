import Crypto
import Glibc

/// The size and the SHA-256 of a file.
public struct FileDigest: Sendable, Hashable {
    public let bytes: Int64
    /// Hexadecimal.
    public let sha256: String

    /// Reads the file at `path` in chunks; nil when `isCancelled` returns true before the end.
    public init?(path: String, isCancelled: () -> Bool) throws(BackupError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { throw .files(path: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var hash = SHA256()
        var bytes: Int64 = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            if isCancelled() { return nil }
            let count = read(descriptor, &buffer, buffer.count)
            guard count >= 0 else { throw .files(path: path, reason: String(cString: strerror(errno))) }
            if count == 0 { break }
            buffer.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            bytes += Int64(count)
        }
        self.bytes = bytes
        sha256 = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Reads the file at `path` in chunks.
    public init(path: String) throws(BackupError) {
        guard let digest = try FileDigest(path: path, isCancelled: { false }) else {
            throw .files(path: path, reason: "it was not read to its end")
        }
        self = digest
    }
}

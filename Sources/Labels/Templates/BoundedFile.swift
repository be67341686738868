import Glibc

/// Reads small files without assuming that they are small, or regular files.
public enum BoundedFile {
    /// Returns the first `most` bytes of the regular file at `path`; nil if it is not one or cannot be read.
    public static func read(_ path: String, most: Int) -> [UInt8]? {
        // Non-blocking, so that a pipe in its place cannot block.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        var bytes: [UInt8] = []
        while bytes.count < most {
            let wanted = min(most - bytes.count, 16_384)
            var count = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, initialized in
                count = Glibc.read(descriptor, buffer.baseAddress, wanted)
                initialized = max(0, count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            guard count > 0 else { break }
            bytes += chunk
        }
        return bytes
    }
}

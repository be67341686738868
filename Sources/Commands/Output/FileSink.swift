import Glibc

/// Writes whole files.
///
/// The calls block, so they are made on the main thread.
@MainActor enum FileSink {
    /// Writes `bytes` to the file at `path`, replacing its contents.
    static func write(_ bytes: [UInt8], to path: String) throws(StreamError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .cannotWrite(name: path, reason: String(cString: strerror(errno))) }
        do {
            try ByteSink(descriptor: descriptor, name: path).write(bytes)
        } catch {
            close(descriptor)
            throw error
        }
        // A full disk may only be reported here.
        guard close(descriptor) == 0 else {
            throw .cannotWrite(name: path, reason: String(cString: strerror(errno)))
        }
    }
}

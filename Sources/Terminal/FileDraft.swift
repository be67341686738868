import Glibc
import Localization

/// A file that is written incrementally and appears under its name only when complete.
///
/// The calls block, so they are made on the main thread.
@MainActor package final class FileDraft {
    private let path: String
    private let draft: String
    private var descriptor: CInt

    /// Creates the draft with the permissions `mode`.
    ///
    /// - Throws: ``StreamError`` if the file cannot be created.
    package init(path: String, mode: UInt32 = 0o666) throws(StreamError) {
        self.path = path
        draft = path + ".partial"
        descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw .cannotWrite(draft, errno: errno) }
    }

    /// Writes `bytes` after those written before.
    ///
    /// - Throws: ``StreamError`` if they cannot be written.
    package func append(_ bytes: [UInt8]) throws(StreamError) {
        try ByteSink(descriptor: descriptor, name: Message(verbatim: draft)).write(bytes)
    }

    /// Syncs the file to disk and renames it to its name, or to another one that became known meanwhile.
    ///
    /// - Throws: ``StreamError`` if it cannot be synced or renamed.
    package func finish(as name: String? = nil) throws(StreamError) {
        let path = name ?? path
        guard fsync(descriptor) == 0 || errno == EINVAL, close(descriptor) == 0 else {
            throw .cannotWrite(draft, errno: errno)
        }
        descriptor = -1
        guard rename(draft, path) == 0 else { throw .cannotWrite(path, errno: errno) }
    }

    /// Removes the draft.
    package func discard() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
        unlink(draft)
    }
}

/// Writes whole files.
///
/// The calls block, so they are made on the main thread.
@MainActor package enum FileSink {
    /// Writes `bytes` to the file at `path`, replacing its contents.
    ///
    /// - Throws: ``StreamError`` if the file cannot be created or written.
    package static func write(_ bytes: [UInt8], to path: String) throws(StreamError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .cannotWrite(path, errno: errno) }
        do {
            try ByteSink(descriptor: descriptor, name: Message(verbatim: path)).write(bytes)
        } catch {
            close(descriptor)
            throw error
        }
        // A full disk may only be reported here.
        guard close(descriptor) == 0 else { throw .cannotWrite(path, errno: errno) }
    }
}

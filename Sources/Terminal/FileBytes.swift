import Glibc
package import Localization

/// Reads whole files.
///
/// The calls block, so they are made on the main thread.
@MainActor package enum FileBytes {
    /// Returns the contents of the file at `path`, or of standard input for `-`.
    ///
    /// - Throws: ``StreamError`` if the file cannot be read, or if it has more than `limit` bytes.
    package static func all(path: String, limit: Int) throws(StreamError) -> [UInt8] {
        guard path != "-" else { return try all(STDIN_FILENO, name: .standardInput, limit: limit) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotRead(path, errno: errno) }
        defer { close(descriptor) }
        return try all(descriptor, name: Message(verbatim: path), limit: limit)
    }

    /// Returns the next bytes, at most `count`; empty at the end.
    ///
    /// - Throws: ``StreamError/cannotRead(name:reason:)`` with this `name`.
    package static func read(_ descriptor: CInt, upTo count: Int, name: Message) throws(StreamError) -> [UInt8] {
        while true {
            var code: CInt = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
                let result = Glibc.read(descriptor, buffer.baseAddress, count)
                code = result < 0 ? errno : 0
                used = max(result, 0)
            }
            switch code {
            case 0: return bytes
            case EINTR: continue
            case EAGAIN:
                var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                poll(&wait, 1, -1)
            default: throw .cannotRead(name: name, reason: .system(code))
            }
        }
    }

    private static func all(_ descriptor: CInt, name: Message, limit: Int) throws(StreamError) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let part = try read(descriptor, upTo: 1 << 18, name: name)
            if part.isEmpty { return bytes }
            guard bytes.count + part.count <= limit else { throw .tooLong(name: name, limit: limit) }
            bytes += part
        }
    }
}

/// Reads a file of any size piece by piece.
///
/// The calls block, so they are made on the main thread.
@MainActor package final class FilePieces {
    private static let piece = 1 << 20

    private let path: String
    private let descriptor: CInt
    /// The size of the file in bytes when it was opened.
    package nonisolated let bytes: Int64

    /// Opens the file at `path`.
    ///
    /// - Throws: ``StreamError`` if it cannot be opened, is not a regular file or is empty.
    package init(path: String) throws(StreamError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotRead(path, errno: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
            close(descriptor)
            throw .cannotRead(
                name: Message(verbatim: path),
                reason: Message("it is not a file with anything in it")
            )
        }
        bytes = Int64(status.st_size)
    }

    deinit { close(descriptor) }

    /// Returns the next piece; empty at the end.
    ///
    /// - Throws: ``StreamError`` if the file cannot be read.
    package func next() throws(StreamError) -> [UInt8] {
        try FileBytes.read(descriptor, upTo: Self.piece, name: Message(verbatim: path))
    }
}

extension Message {
    /// The name of standard input.
    static let standardInput = Message("standard input", context: "name of a stream")
}

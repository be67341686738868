import Glibc

/// Reads a file of any size piece by piece.
///
/// The calls block, so they are made on the main thread.
@MainActor final class FilePieces {
    private static let piece = 1 << 20

    private let path: String
    private let descriptor: CInt
    /// The size of the file in bytes when it was opened.
    let bytes: Int64

    init(path: String) throws(StreamError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotRead(name: path, reason: String(cString: strerror(errno))) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
            close(descriptor)
            throw .cannotRead(name: path, reason: "it is not a file with anything in it")
        }
        bytes = Int64(status.st_size)
    }

    deinit { close(descriptor) }

    /// Returns the next piece; empty at the end.
    func next() throws(StreamError) -> [UInt8] { try FileBytes.read(descriptor, upTo: Self.piece, name: path) }
}

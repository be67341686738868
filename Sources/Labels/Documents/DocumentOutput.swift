import Glibc

/// The destination of a document: memory, or a file that is written incrementally.
final class DocumentOutput {
    /// The bytes that are not written to the file yet, or all bytes if there is no file.
    private(set) var bytes: [UInt8] = []
    /// The number of bytes in the document so far.
    private(set) var count = 0
    private let descriptor: CInt?

    private static let chunk = 1 << 16
    /// Ten thousand labels take about twenty megabytes.
    private static let mostInMemory = 256 << 20

    /// Creates an output to memory, or to an open file, which is not closed.
    init(to descriptor: CInt? = nil) { self.descriptor = descriptor }

    func write(_ more: some Collection<UInt8>) throws(LabelError) {
        bytes += more
        count += more.count
        if descriptor != nil {
            if bytes.count >= Self.chunk { try flush() }
        } else if bytes.count > Self.mostInMemory {
            throw .drawing("the document has more than \(Self.mostInMemory >> 20) MiB")
        }
    }

    func write(_ text: String) throws(LabelError) { try write(text.utf8) }

    /// Writes all remaining bytes to the file.
    func flush() throws(LabelError) {
        guard let descriptor else { return }
        var place = 0
        while place < bytes.count {
            let written = bytes[place...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw .writing(String(cString: strerror(errno))) }
            place += written
        }
        bytes.removeAll(keepingCapacity: true)
    }
}

import Glibc

/// Where a document goes: into memory, or to a file as it grows.
final class DocumentOutput {
    /// What is not yet written to the file, or all there is.
    private(set) var bytes: [UInt8] = []
    /// Bytes in the document so far.
    private(set) var count = 0
    private let descriptor: CInt?

    private static let chunk = 1 << 16
    /// Ten thousand labels take about twenty megabytes.
    private static let mostInMemory = 256 << 20

    /// Into memory, or to an open file that stays open.
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

    /// Everything is in the file after it.
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

import FoundationEssentials
import Glibc
import Localization
import Synchronization
import Wire
import WireResources

/// An unnamed temporary file for the received part of a request body.
///
/// Calls block. The kernel deletes the file when its descriptor is closed, however the daemon ends.
final class UploadFile: Sendable {
    /// The number of bytes written at a time; a shorter body stays in memory.
    static let piece = 1 << 20

    private let descriptor: Int32
    private let count = Mutex(0)

    init(in directory: String) throws {
        let path = "\(directory)/upload-\(UUID().uuidString)"
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.failure }
        unlink(path)
    }

    deinit { close(descriptor) }

    func append(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw Self.failure }
            rest = rest.dropFirst(written)
        }
        count.withLock { $0 += bytes.count }
    }

    /// Returns everything appended so far, followed by `rest`.
    func contents(followedBy rest: [UInt8]) throws -> [UInt8] {
        let length = count.withLock { $0 }
        let bytes = try [UInt8](unsafeUninitializedCapacity: length + rest.count) { buffer, filled in
            while filled < length {
                let count = pread(descriptor, buffer.baseAddress?.advanced(by: filled), length - filled, off_t(filled))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw Self.failure }
                filled += count
            }
            for byte in rest {
                buffer.initializeElement(at: filled, to: byte)
                filled += 1
            }
        }
        return bytes
    }

    private static var failure: RequestFailure {
        let reason = Message.system(errno)
        let detail = Message(
            "cannot take the request: it cannot be kept until it is whole: \(reason, "reason"); see how full the disk "
                + "is"
        )
        return RequestFailure(.degraded, detail)
    }
}

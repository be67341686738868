import Glibc

/// Writes to an open file.
///
/// The calls block, so they are made on the main thread.
@MainActor package struct ByteSink {
    package static let standardOutput = ByteSink(descriptor: STDOUT_FILENO, name: "the output")
    package static let standardError = ByteSink(descriptor: STDERR_FILENO, name: "standard error")

    package let descriptor: CInt
    /// The name for messages.
    package let name: String

    package var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Writes all of `bytes`.
    ///
    /// - Throws: ``StreamError`` if they cannot be written or the reader closed the output.
    package func write(_ bytes: [UInt8]) throws(StreamError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wait, 1, -1)
            case EPIPE: throw .nobodyReads
            case let code: throw .cannotWrite(name: name, reason: String(cString: strerror(code)))
            }
        }
    }
}

/// The reason why a file or a standard stream cannot be used.
package enum StreamError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The reader of standard output has closed it.
    case nobodyReads
    case cannotRead(name: String, reason: String)
    case cannotWrite(name: String, reason: String)
    /// The file has more than this number of bytes.
    case tooLong(name: String, limit: Int)

    package var description: String {
        switch self {
        case .nobodyReads: "cannot write the output: the reader closed it"
        case .cannotRead(let name, let reason): "cannot read \(name): \(reason)"
        case .cannotWrite(let name, let reason): "cannot write \(name): \(reason)"
        case .tooLong(let name, let limit): "cannot take \(name): it has more than \(limit) bytes"
        }
    }
}

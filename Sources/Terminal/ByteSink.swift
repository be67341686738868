import Glibc
package import Localization

/// Writes to an open file.
///
/// The calls block, so they are made on the main thread.
@MainActor package struct ByteSink {
    package static let standardOutput = ByteSink(
        descriptor: STDOUT_FILENO,
        name: Message("the output", context: "name of a stream")
    )
    package static let standardError = ByteSink(
        descriptor: STDERR_FILENO,
        name: Message("standard error", context: "name of a stream")
    )

    package let descriptor: CInt
    /// The name for messages.
    package let name: Message

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
            case let code: throw .cannotWrite(name: name, reason: .system(code))
            }
        }
    }
}

/// The reason why a file or a standard stream cannot be used.
package enum StreamError: Error, Sendable, Hashable, MessageConvertible {
    /// The reader of standard output has closed it.
    case nobodyReads
    case cannotRead(name: Message, reason: Message)
    case cannotWrite(name: Message, reason: Message)
    /// The file has more than this number of bytes.
    case tooLong(name: Message, limit: Int)

    /// Returns the error of a file with the system's reason.
    static func cannotRead(_ path: String, errno code: CInt) -> StreamError {
        .cannotRead(name: Message(verbatim: path), reason: .system(code))
    }

    /// Returns the error of a file with the system's reason.
    package static func cannotWrite(_ path: String, errno code: CInt) -> StreamError {
        .cannotWrite(name: Message(verbatim: path), reason: .system(code))
    }

    package var message: Message {
        switch self {
        case .nobodyReads: Message("cannot write the output: the reader closed it")
        case .cannotRead(let name, let reason): Message("cannot read \(name, "file"): \(reason, "reason")")
        case .cannotWrite(let name, let reason): Message("cannot write \(name, "file"): \(reason, "reason")")
        case .tooLong(let name, let limit):
            Message("cannot take \(name, "file"): it has more than \(limit, "limit") bytes")
        }
    }
}

extension Message {
    /// The words of the C library for an error number.
    package static func system(_ code: CInt) -> Message { Message(verbatim: String(cString: strerror(code))) }
}

import Glibc

/// Writes to an open file.
///
/// The calls block, so they are made on the main thread.
@MainActor struct ByteSink {
    static let standardOutput = ByteSink(descriptor: STDOUT_FILENO, name: "the output")
    static let standardError = ByteSink(descriptor: STDERR_FILENO, name: "standard error")

    let descriptor: CInt
    /// The name for messages.
    let name: String

    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Writes all of `bytes`.
    func write(_ bytes: [UInt8]) throws(StreamError) {
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

import Glibc
import Localization

/// Owns a connection to a printer.
///
/// Every call has a time limit.
struct SocketConnection: ~Copyable {
    private let descriptor: Int32
    private let name: String

    private static let silence: Int32 = 10_000

    /// Connects to a printer.
    ///
    /// - Parameter named: the printer's name, for messages.
    init(to host: String, port: UInt16, named name: String, milliseconds: Int32 = 5_000) throws(PrintError) {
        self.name = name
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &list)
        guard code == 0 else {
            throw .offline(printer: name, words: Message(verbatim: String(cString: gai_strerror(code))))
        }
        defer { freeaddrinfo(list) }
        var words = Message("it has no address")
        var entry = list
        // The limit applies to all addresses together.
        let deadline = ContinuousClock.now.advanced(by: .milliseconds(milliseconds))
        while let address = entry {
            let left = Int32(clamping: Int(ContinuousClock.now.duration(to: deadline) / .milliseconds(1)))
            switch Self.connect(address, milliseconds: max(500, left)) {
            case .success(let connected):
                descriptor = connected
                Self.watch(connected)
                return
            case .failure(let error): words = error.words
            }
            entry = address.pointee.ai_next
        }
        throw .offline(printer: name, words: words)
    }

    deinit { close(descriptor) }

    private struct Failure: Error {
        let words: Message
    }

    private static func connect(
        _ address: UnsafeMutablePointer<addrinfo>,
        milliseconds: Int32
    ) -> Result<Int32, Failure> {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(address.pointee.ai_family, kind, 0)
        guard descriptor >= 0 else { return .failure(Failure(words: .system(errno))) }
        var code: Int32 = 0
        if Glibc.connect(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) != 0 { code = errno }
        if code == EINPROGRESS {
            code = ETIMEDOUT
            if wait(descriptor, for: Int16(POLLOUT), milliseconds) {
                var length = socklen_t(MemoryLayout<Int32>.size)
                if getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length) != 0 { code = errno }
            }
        }
        guard code != 0 else { return .success(descriptor) }
        close(descriptor)
        return .failure(Failure(words: .system(code)))
    }

    /// Enables keepalive, so that the connection ends within a minute if the printer disappears, for example in a power
    /// cut.
    private static func watch(_ descriptor: Int32) {
        func set(_ level: Int32, _ option: Int32, _ value: Int32) {
            var value = value
            setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
        }
        set(SOL_SOCKET, SO_KEEPALIVE, 1)
        set(Int32(IPPROTO_TCP), TCP_KEEPIDLE, 10)
        set(Int32(IPPROTO_TCP), TCP_KEEPINTVL, 10)
        set(Int32(IPPROTO_TCP), TCP_KEEPCNT, 5)
    }

    private static func wait(_ descriptor: Int32, for events: Int16, _ milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: descriptor, events: events, revents: 0)
        var count = poll(&entry, 1, milliseconds)
        while count < 0, errno == EINTR { count = poll(&entry, 1, milliseconds) }
        return count > 0
    }

    /// Writes all of `bytes`, which must be few.
    func writeAll(_ bytes: [UInt8]) throws(PrintError) {
        guard try write(bytes[...], milliseconds: Self.silence).isEmpty else {
            throw .interrupted(printer: name, words: Message("it took nothing more for 10 s"))
        }
    }

    /// Writes `bytes` until the printer blocks for `milliseconds`; returns the rest.
    func write(_ bytes: ArraySlice<UInt8>, milliseconds: Int32) throws(PrintError) -> ArraySlice<UInt8> {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                guard Self.wait(descriptor, for: Int16(POLLOUT), milliseconds) else { return rest }
            } else if errno != EINTR {
                throw .interrupted(printer: name, words: .system(errno))
            }
        }
        return rest
    }

    /// Returns the printer's response until `isWhole`, within a total of `milliseconds`; empty if there is none.
    func read(upTo most: Int, milliseconds: Int32, until isWhole: ([UInt8]) -> Bool) throws(PrintError) -> [UInt8] {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 512)
        let deadline = ContinuousClock.now.advanced(by: .milliseconds(milliseconds))
        while bytes.count < most, !isWhole(bytes) {
            // Without a total limit, a printer that sends a byte now and then would block all others for hours.
            let left = Int32(clamping: Int(ContinuousClock.now.duration(to: deadline) / .milliseconds(1)))
            guard left > 0, Self.wait(descriptor, for: Int16(POLLIN), left) else { break }
            let count = recv(descriptor, &part, part.count, 0)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count >= 0 else { throw .interrupted(printer: name, words: .system(errno)) }
            if count == 0 {
                if bytes.isEmpty { throw .interrupted(printer: name, words: Message("it ended the connection")) }
                break
            }
            bytes += part.prefix(count)
        }
        return bytes
    }

    /// Ends the output, and waits until the printer has accepted everything, at most two seconds.
    func finish() {
        shutdown(descriptor, Int32(SHUT_WR))
        // The printer then ends the connection in any case.
        _ = try? read(upTo: 4_096, milliseconds: 2_000) { _ in false }
    }
}

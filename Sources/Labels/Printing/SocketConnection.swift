import Glibc

/// The one owner of a connection to a printer; every call has a limit of time.
struct SocketConnection: ~Copyable {
    private let descriptor: Int32
    private let name: String

    private static let silence: Int32 = 10_000

    init(to host: String, port: UInt16, milliseconds: Int32 = 5_000) throws(PrintError) {
        name = PrinterAddress.socket(host: host, port: port).description
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &list)
        guard code == 0 else { throw .offline(printer: name, words: String(cString: gai_strerror(code))) }
        defer { freeaddrinfo(list) }
        var words = "it has no address"
        var entry = list
        while let address = entry {
            switch Self.connect(address, milliseconds: milliseconds) {
            case .success(let connected):
                descriptor = connected
                return
            case .failure(let error): words = error.words
            }
            entry = address.pointee.ai_next
        }
        throw .offline(printer: name, words: words)
    }

    deinit { close(descriptor) }

    private struct Failure: Error {
        let words: String
    }

    private static func connect(
        _ address: UnsafeMutablePointer<addrinfo>,
        milliseconds: Int32
    ) -> Result<Int32, Failure> {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(address.pointee.ai_family, kind, 0)
        guard descriptor >= 0 else { return .failure(Failure(words: String(cString: strerror(errno)))) }
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
        return .failure(Failure(words: String(cString: strerror(code))))
    }

    private static func wait(_ descriptor: Int32, for events: Int16, _ milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: descriptor, events: events, revents: 0)
        var count = poll(&entry, 1, milliseconds)
        while count < 0, errno == EINTR { count = poll(&entry, 1, milliseconds) }
        return count > 0
    }

    /// Writes all of `bytes`.
    func write(_ bytes: [UInt8]) throws(PrintError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                guard Self.wait(descriptor, for: Int16(POLLOUT), Self.silence) else {
                    throw .interrupted(printer: name, words: "it took nothing more for 10 s")
                }
            } else if errno != EINTR {
                throw .interrupted(printer: name, words: String(cString: strerror(errno)))
            }
        }
    }

    /// What the printer answers until `isWhole`, within `milliseconds` however it answers; empty when it says nothing.
    func read(upTo most: Int, milliseconds: Int32, until isWhole: ([UInt8]) -> Bool) throws(PrintError) -> [UInt8] {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 512)
        let deadline = ContinuousClock.now.advanced(by: .milliseconds(milliseconds))
        while bytes.count < most, !isWhole(bytes) {
            // One that answers a byte now and then would hold up all others for hours.
            let left = Int32(clamping: Int(ContinuousClock.now.duration(to: deadline) / .milliseconds(1)))
            guard left > 0, Self.wait(descriptor, for: Int16(POLLIN), left) else { break }
            let count = recv(descriptor, &part, part.count, 0)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count >= 0 else { throw .interrupted(printer: name, words: String(cString: strerror(errno))) }
            if count == 0 { break }
            bytes += part.prefix(count)
        }
        return bytes
    }

    /// Says that nothing more comes, and waits until the printer has taken everything, or for two seconds.
    func finish() throws(PrintError) {
        shutdown(descriptor, Int32(SHUT_WR))
        _ = try read(upTo: 4_096, milliseconds: 2_000) { _ in false }
    }
}

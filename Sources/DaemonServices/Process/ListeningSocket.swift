import Glibc
import Localization

/// A listening Unix socket: one passed by systemd (sd_listen_fds(3)), or one the daemon creates.
///
/// The server that uses it closes its descriptor.
package struct ListeningSocket: Sendable, Equatable {
    /// The first descriptor that systemd passes.
    private static let firstInherited: Int32 = 3
    /// Maximum number of connections waiting to be accepted, for example during a restart.
    private static let backlog: Int32 = 1_024

    package let descriptor: Int32
    package let path: String

    /// The socket that systemd passed to this process; nil when there is none.
    ///
    /// Child processes do not inherit it.
    ///
    /// - Throws: ``ListeningSocketError`` if there are several, or it is no listening Unix socket.
    package static func inherited() throws(ListeningSocketError) -> ListeningSocket? {
        let count = variable("LISTEN_FDS").flatMap { Int($0) } ?? 0
        let isOurs = variable("LISTEN_PID").flatMap { Int32($0) } == getpid()
        for name in ["LISTEN_FDS", "LISTEN_PID", "LISTEN_FDNAMES"] { unsetenv(name) }
        guard isOurs, count > 0 else { return nil }
        for descriptor in firstInherited..<(firstInherited + Int32(clamping: min(count, 1_024))) {
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        }
        guard count == 1 else { throw .tooMany(count) }
        return try ListeningSocket(listening: firstInherited)
    }

    /// Creates a socket at `path` with permissions such as 0o660, replacing one left by an earlier daemon.
    ///
    /// The caller holds the lock that excludes other daemons.
    ///
    /// - Throws: ``ListeningSocketError`` if something else is at `path`, or the socket cannot be created there.
    package init(path: String, mode: UInt32) throws(ListeningSocketError) {
        var status = stat()
        if lstat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFSOCK else { throw .occupied(path: path) }
            guard unlink(path) == 0 || errno == ENOENT else { throw Self.failure(path) }
        }
        guard var address = Self.address(path) else {
            throw .cannotOpen(path: path, reason: Message("its path is too long"))
        }
        let flags = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let descriptor = socket(AF_UNIX, flags, 0)
        guard descriptor >= 0 else { throw Self.failure(path) }
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        // No client can connect before listen(2), so the permissions apply from the first connection.
        guard isBound, chmod(path, mode) == 0, listen(descriptor, Self.backlog) == 0 else {
            defer { close(descriptor) }
            throw Self.failure(path)
        }
        self.descriptor = descriptor
        self.path = path
    }

    /// The socket behind a descriptor of this process.
    private init(listening descriptor: Int32) throws(ListeningSocketError) {
        var isListening: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &isListening, &size)
        var address = sockaddr_un()
        var length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let isNamed = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) == 0 }
        }
        guard isListening == 1, isNamed, address.sun_family == sa_family_t(AF_UNIX) else { throw .notAListener }
        guard fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) == 0 else { throw .notAListener }
        self.descriptor = descriptor
        path = withUnsafeBytes(of: &address.sun_path) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    private static func address(_ path: String) -> sockaddr_un? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return address
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    private static func failure(_ path: String) -> ListeningSocketError {
        .cannotOpen(path: path, reason: .system(errno))
    }
}

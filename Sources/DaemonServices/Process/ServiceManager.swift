import Glibc

/// Notifies systemd of the daemon's status with datagrams to `NOTIFY_SOCKET` (sd_notify(3)).
package struct ServiceManager: Sendable {
    private let socketPath: String?

    /// The service manager that started this process; does nothing when it was started by hand.
    package init() {
        socketPath = Self.variable("NOTIFY_SOCKET")
    }

    /// The watchdog timeout; nil when the watchdog is disabled (sd_watchdog_enabled(3)).
    package var watchdogInterval: Duration? {
        guard let microseconds = Self.variable("WATCHDOG_USEC").flatMap({ Int64($0) }), microseconds > 0 else {
            return nil
        }
        if let pid = Self.variable("WATCHDOG_PID"), Int32(pid) != getpid() { return nil }
        return .microseconds(microseconds)
    }

    package func tellReady() { tell("READY=1\nSTATUS=reading scanners") }

    /// Reports that a reload has begun; ``tellReady()`` reports its end.
    func tellReloading() {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        tell("RELOADING=1\nMONOTONIC_USEC=\(now.tv_sec * 1_000_000 + now.tv_nsec / 1_000)")
    }

    func tellStopping() { tell("STOPPING=1\nSTATUS=ending what is under way") }

    /// Notifies the watchdog after a self-check, with a short status text.
    func tellAlive(_ status: String) {
        tell("WATCHDOG=1\nSTATUS=\(Self.line(status))")
    }

    /// Reports a short status text.
    func tellStatus(_ status: String) { tell("STATUS=\(Self.line(status))") }

    private static func line(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    private func tell(_ text: String) {
        guard let socketPath, let first = socketPath.utf8.first else { return }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(socketPath.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
        // The name of an abstract socket is written with @ but begins with a zero byte.
        if first == UInt8(ascii: "@") { bytes[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        // A manager that is too busy to receive must not delay the daemon's exit.
        var patience = timeval(tv_sec: 0, tv_usec: 500_000)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        // A failure to notify the manager is ignored.
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                text.withCString { sendto(descriptor, $0, strlen($0), Int32(MSG_NOSIGNAL), address, length) }
            }
        }
    }
}

import Foundation

/// Listens for what a daemon tells its service manager (sd_notify(3)).
final class ReadySignal: Sendable {
    /// What to put into NOTIFY_SOCKET.
    let path: String
    private let descriptor: Int32

    init(path: String) throws(DaemonBedError) {
        self.path = path
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard descriptor >= 0, bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { throw .noSignal }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        unlink(path)
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        guard isBound else { throw .noSignal }
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    /// Waits for READY=1; false when half a minute passed without anything.
    func isReady() async -> Bool { await hears("READY=1") }

    /// Waits for a message with these words; false when half a minute passed without any.
    func hears(_ words: String) async -> Bool {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [descriptor] in
                var buffer = [UInt8](repeating: 0, count: 4_096)
                while true {
                    let count = recv(descriptor, &buffer, buffer.count, 0)
                    let text = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
                    if count <= 0 || text.contains(words) {
                        return continuation.resume(returning: text.contains(words))
                    }
                }
            }
        }
    }
}

import CPeerCredentials
import Glibc
import NIOCore
import Records

/// Who is at the other end of a connection, as the kernel says (`SO_PEERCRED`, unix(7)).
struct PeerCredentials: Sendable, Hashable {
    let pid: Int32
    let uid: UInt32
    let gid: UInt32

    var principal: Principal { .user(uid) }

    /// Asks the kernel about `channel`, which must be a Unix socket.
    init(of channel: any Channel) async throws(PeerCredentialsError) {
        guard let provider = channel as? any SocketOptionProvider else { throw .notASocket }
        let credentials: peer_credentials
        do {
            credentials = try await provider.unsafeGetSocketOption(
                level: .socket,
                name: NIOBSDSocket.Option(rawValue: SO_PEERCRED)
            ).get()
        } catch {
            throw .refused("\(error)")
        }
        // The kernel answers for other sockets too, with nobody: that must not pass as anyone.
        guard credentials.pid > 0, credentials.uid != .max else { throw .notASocket }
        self.pid = credentials.pid
        self.uid = credentials.uid
        self.gid = credentials.gid
    }
}

import CPeerCredentials
import Glibc
import NIOCore
import Records

/// Who is at the other end of a connection, as the kernel says (`SO_PEERCRED` and `SO_PEERGROUPS`, unix(7)).
struct PeerCredentials: Sendable, Hashable {
    let pid: Int32
    let uid: UInt32
    let gid: UInt32
    /// The supplementary groups of the process; none when it has more than the daemon can take.
    let groups: Set<UInt32>

    var principal: Principal { .user(uid) }

    init(pid: Int32, uid: UInt32, gid: UInt32, groups: Set<UInt32> = []) {
        self.pid = pid
        self.uid = uid
        self.gid = gid
        self.groups = groups
    }

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
        self.init(
            pid: credentials.pid,
            uid: credentials.uid,
            gid: credentials.gid,
            groups: await Self.groups(of: provider)
        )
    }

    /// What the kernel did not fill in is 0, the group of root, which never gives a role.
    private static func groups(of provider: any SocketOptionProvider) async -> Set<UInt32> {
        do {
            let answer: peer_groups = try await provider.unsafeGetSocketOption(
                level: .socket,
                name: NIOBSDSocket.Option(rawValue: SO_PEERGROUPS)
            ).get()
            return withUnsafeBytes(of: answer) { Set($0.bindMemory(to: UInt32.self)).subtracting([0]) }
        } catch {
            // Too many for the room, or a kernel that does not tell: nobody gets a role for that.
            return []
        }
    }
}

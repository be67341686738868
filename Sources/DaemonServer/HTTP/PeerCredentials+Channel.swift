import CPeerCredentials
import DaemonServices
import Glibc
import NIOCore

extension PeerCredentials {
    /// Queries the kernel about `channel`, which must be a Unix socket.
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
        // For other kinds of socket the kernel returns empty credentials, which must not pass as a user.
        guard credentials.pid > 0, credentials.uid != .max else { throw .notASocket }
        self.init(
            pid: credentials.pid,
            uid: credentials.uid,
            gid: credentials.gid,
            groups: await Self.groups(of: provider)
        )
    }

    /// Unfilled buffer elements are 0, the group of root; group 0 is removed and never grants a role.
    private static func groups(of provider: any SocketOptionProvider) async -> Set<UInt32> {
        do {
            let answer: peer_groups = try await provider.unsafeGetSocketOption(
                level: .socket,
                name: NIOBSDSocket.Option(rawValue: SO_PEERGROUPS)
            ).get()
            return withUnsafeBytes(of: answer) { Set($0.bindMemory(to: UInt32.self)).subtracting([0]) }
        } catch {
            // The groups do not fit, or the kernel does not support the option: no role is granted by group.
            return []
        }
    }
}

/// Why the peer of a connection could not be identified.
enum PeerCredentialsError: Error, Sendable, Equatable {
    case notASocket
    case refused(String)
}

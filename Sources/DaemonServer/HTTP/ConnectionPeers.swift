import NIOCore
import Synchronization

/// Who is at the other end of each connection, asked of the kernel once.
final class ConnectionPeers: Sendable {
    private let peers = Mutex<[ObjectIdentifier: PeerCredentials]>([:])

    /// The peer of `channel`; forgotten when the connection closes.
    func peer(of channel: any Channel) async throws(PeerCredentialsError) -> PeerCredentials {
        let id = ObjectIdentifier(channel)
        if let known = peers.withLock({ $0[id] }) { return known }
        let peer = try await PeerCredentials(of: channel)
        peers.withLock { $0[id] = peer }
        channel.closeFuture.whenComplete { [weak self] _ in
            self?.peers.withLock { $0[id] = nil }
        }
        return peer
    }
}

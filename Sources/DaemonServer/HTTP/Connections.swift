import DaemonServices
import Glibc
import NIOCore
import Synchronization

/// Tracks the peer of each connection, which the kernel is queried for once, and which connections are served.
final class Connections: Sendable {
    private struct Connection {
        let peer: PeerCredentials
        let isServed: Bool
    }

    private struct State {
        var connections: [ObjectIdentifier: Connection] = [:]
        var served: [UInt32: Int] = [:]
        var taken = 0
        var turnedAway = 0
    }

    let limits: ConnectionLimits
    /// The socket at which clients connect.
    let socket = ServedSocket()
    private let state = Mutex(State())

    init(limits: ConnectionLimits) { self.limits = limits }

    /// The number of open connections, and of connections rejected as busy since the start.
    var counts: (open: Int, turnedAway: Int) { state.withLock { ($0.taken, $0.turnedAway) } }

    /// Counts a new connection.
    ///
    /// Returns false when there are too many connections or too few descriptors; the connection is then closed without
    /// a response.
    func take(_ channel: any Channel) -> Bool {
        let hasDescriptors = (try? OwnProcess.isShortOfDescriptors) == false
        let isTaken = state.withLock { state in
            guard hasDescriptors, state.taken < limits.taken else {
                state.turnedAway += 1
                return false
            }
            state.taken += 1
            return true
        }
        guard isTaken else { return false }
        let id = ObjectIdentifier(channel)
        channel.closeFuture.whenComplete { [weak self] _ in
            self?.state.withLock { state in
                state.taken -= 1
                guard let known = state.connections.removeValue(forKey: id), known.isServed else { return }
                let left = (state.served[known.peer.uid] ?? 1) - 1
                state.served[known.peer.uid] = left > 0 ? left : nil
            }
        }
        return true
    }

    /// The peer of `channel`; nil when the connection exceeds a limit on served clients.
    func peer(of channel: any Channel) async throws(PeerCredentialsError) -> PeerCredentials? {
        let id = ObjectIdentifier(channel)
        if let known = state.withLock({ $0.connections[id] }) { return known.isServed ? known.peer : nil }
        let peer = try await PeerCredentials(of: channel)
        let isServed = state.withLock { state in
            let isServed = Self.hasRoom(for: peer.uid, in: state, limits)
            if isServed { state.served[peer.uid, default: 0] += 1 } else { state.turnedAway += 1 }
            state.connections[id] = Connection(peer: peer, isServed: isServed)
            return isServed
        }
        return isServed ? peer : nil
    }

    private static func hasRoom(for uid: UInt32, in state: State, _ limits: ConnectionLimits) -> Bool {
        let all = state.served.values.reduce(0, +)
        // Root and the daemon's user may use the reserve, but no more than it when all other connections are taken.
        if uid == 0 || uid == geteuid() { return all < limits.served + limits.reserve }
        return all < limits.served && state.served[uid] ?? 0 < limits.servedOfOneUser
    }
}

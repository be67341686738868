import DaemonServices
import Hummingbird
import Logging

/// The context of a request: who sent it, what they may do, and whether they are still connected.
struct PeerContext: RequestContext {
    /// The inputs of a context: the request's logger, the peer of its connection, the peer's current rights, and the
    /// signal that the peer has disconnected.
    struct Source: RequestContextSource {
        let logger: Logger
        let peer: PeerCredentials
        let rights: Rights
        var departure = Departure()
    }

    var coreContext: CoreRequestContextStorage
    let peer: PeerCredentials
    let rights: Rights
    var departure: Departure

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.peer
        rights = source.rights
        departure = source.departure
    }
}

import Hummingbird
import Logging

/// What a request carries besides itself: who sent it, what they may do, and whether they still wait.
struct PeerContext: RequestContext {
    /// What a context is made of: the logger of the request, the peer of its connection, the rights it has now, and when
    /// it goes away.
    struct Source: RequestContextSource {
        let logger: Logger
        let peer: PeerCredentials
        let rights: Rights
        var departure = Departure()
    }

    var coreContext: CoreRequestContextStorage
    let peer: PeerCredentials
    let rights: Rights
    let departure: Departure

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.peer
        rights = source.rights
        departure = source.departure
    }
}

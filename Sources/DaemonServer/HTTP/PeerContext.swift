import Hummingbird
import Logging

/// What a request carries besides itself: who sent it.
struct PeerContext: RequestContext {
    /// What a context is made of: the logger of the request and the peer of its connection.
    struct Source: RequestContextSource {
        let logger: Logger
        let peer: PeerCredentials
    }

    var coreContext: CoreRequestContextStorage
    let peer: PeerCredentials

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.peer
    }
}

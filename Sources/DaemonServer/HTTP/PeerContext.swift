import Hummingbird
import Logging

/// What a request carries besides itself: who sent it, and what they may do.
struct PeerContext: RequestContext {
    /// What a context is made of: the logger of the request, the peer of its connection and the rights it has now.
    struct Source: RequestContextSource {
        let logger: Logger
        let peer: PeerCredentials
        let rights: Rights
    }

    var coreContext: CoreRequestContextStorage
    let peer: PeerCredentials
    let rights: Rights

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.peer
        rights = source.rights
    }
}

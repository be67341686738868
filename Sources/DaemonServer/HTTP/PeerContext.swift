import DaemonServices
import Hummingbird
import Localization
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
        var languages = ReaderLanguages.english
        /// The header `Accept-Language`; nil if the request does not have it.
        var acceptLanguage: String?
    }

    var coreContext: CoreRequestContextStorage
    let peer: PeerCredentials
    let rights: Rights
    var departure: Departure
    let languages: ReaderLanguages
    private let acceptLanguage: String?

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.peer
        rights = source.rights
        departure = source.departure
        languages = source.languages
        acceptLanguage = source.acceptLanguage
    }

    /// The caller's language, negotiated at each use.
    var localizer: Localizer { languages.localizer(acceptLanguage: acceptLanguage) }
}

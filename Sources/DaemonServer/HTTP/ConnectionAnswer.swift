import DaemonServices
import Hummingbird
import HummingbirdCore
import Localization
import Logging
import NIOCore
import Wire
import WireResources

/// Answers the requests of a connection.
struct ConnectionAnswer: Sendable {
    let responder: RouterResponder<PeerContext>
    let roles: RoleBook
    let connections: Connections
    let languages: ReaderLanguages
    let logger: Logger

    /// Answers one request; a connection over the limit gets a problem document and is closed.
    @Sendable func answer(_ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel) async throws {
        let response: Response
        var isLast = false
        let acceptLanguage = request.headers[.acceptLanguage]
        do {
            if let peer = try await connections.peer(of: channel) {
                let source = PeerContext.Source(
                    logger: logger,
                    peer: peer,
                    rights: roles.rights(of: peer),
                    departure: Departure(of: channel),
                    languages: languages,
                    acceptLanguage: acceptLanguage
                )
                response = try await responder.respond(to: request, context: PeerContext(source: source))
            } else {
                isLast = true
                response = try Response(
                    RequestFailure(.busy, Message("cannot serve so many clients at once: try again in a moment")),
                    in: languages.localizer(acceptLanguage: acceptLanguage)
                )
            }
        } catch {
            response = try Response(
                RequestFailure(describing: error, path: request.uri.path),
                in: languages.localizer(acceptLanguage: acceptLanguage)
            )
        }
        try await writer.write(response: response.head, body: response.body)
        if isLast { channel.close(promise: nil) }
    }
}

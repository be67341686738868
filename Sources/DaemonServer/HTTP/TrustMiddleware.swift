import HTTPTypes
import Hummingbird
import TransferLog
import Wire

/// Says with every answer that the log it comes from may not be whole.
struct TrustMiddleware: RouterMiddleware {
    typealias Context = PeerContext

    let log: TransferLog

    func handle(
        _ request: Request,
        context: PeerContext,
        next: (Request, PeerContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        // A full disk makes nothing wrong of what is there.
        let isTrusted = !log.isUnverified && log.trouble?.mayPass ?? true
        if !isTrusted, let name = HTTPField.Name(API.logHeader) {
            response.headers[name] = API.untrusted
        }
        return response
    }
}

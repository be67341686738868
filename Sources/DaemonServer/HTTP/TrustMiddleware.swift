import HTTPTypes
import Hummingbird
import TransferLog
import Wire

/// Marks every response from a log that may be damaged or altered.
struct TrustMiddleware: RouterMiddleware {
    typealias Context = PeerContext

    let log: TransferLog
    private let name = HTTPField.Name(API.logHeader)

    init(log: TransferLog) { self.log = log }

    func handle(
        _ request: Request,
        context: PeerContext,
        next: (Request, PeerContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        // Temporary trouble such as a full disk does not affect existing data.
        let isTrusted = !log.isUnverified && log.trouble?.mayPass ?? true
        if !isTrusted, let name {
            response.headers[name] = API.untrusted
        }
        return response
    }
}

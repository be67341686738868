import HTTPTypes
import Hummingbird
import Vocabulary
import Wire

/// Adds the site's time zone to every response, so that clients can display its times without another request.
struct TimeZoneMiddleware: RouterMiddleware {
    typealias Context = PeerContext

    let clock: @Sendable () -> LocalClock
    private let name = HTTPField.Name(API.timeZoneHeader)

    init(clock: @escaping @Sendable () -> LocalClock) { self.clock = clock }

    func handle(
        _ request: Request,
        context: PeerContext,
        next: (Request, PeerContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if let name { response.headers[name] = clock().zone }
        return response
    }
}

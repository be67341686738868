import Hummingbird
import Logging
import Wire

/// Turns whatever a route throws into a problem document.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = PeerContext

    func handle(
        _ request: Request,
        context: PeerContext,
        next: (Request, PeerContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        do {
            return try await next(request, context)
        } catch is CancellationError {
            // The client has gone, or the daemon stops: there is nobody to tell.
            return Response(status: .init(code: 499, reasonPhrase: "Client Closed Request"))
        } catch {
            let problem = Problem(describing: error, path: request.uri.path)
            // It may be there, and kept from whoever asks.
            if problem.status == 404 { await EvenTime.wait(since: start) }
            if problem.status >= 500 {
                context.logger.error("request failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            }
            return try Response(problem)
        }
    }
}

import Hummingbird
import Localization
import Logging
import Wire
import WireResources

/// Converts errors thrown by routes into problem documents in the language of the caller.
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
            // The client disconnected or the daemon is stopping, so the response is not read.
            return Response(status: .init(code: 499, reasonPhrase: "Client Closed Request"))
        } catch {
            let failure = RequestFailure(describing: error, path: request.uri.path)
            // The entity may exist but be concealed from the caller.
            if failure.status == 404 { await EvenTime.wait(since: start) }
            if failure.status >= 500 {
                context.logger.error("request failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            }
            return try Response(failure, in: context.localizer)
        }
    }
}

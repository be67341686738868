import HTTPTypes
import Hummingbird
import Metrics

/// Counts requests by path and status, and measures the time until the response begins.
///
/// Paths are recorded as written in the API description; the values of their parameters are confidential.
struct MetricsMiddleware: RouterMiddleware {
    typealias Context = PeerContext

    func handle(
        _ request: Request,
        context: PeerContext,
        next: (Request, PeerContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await next(request, context)
        let path = context.endpointPath ?? "unknown"
        let dimensions = [("method", Self.method(request.method)), ("path", path)]
        Counter(label: "http_requests", dimensions: dimensions + [("status", "\(response.status.code)")]).increment()
        let (seconds, attoseconds) = (clock.now - start).components
        Timer(label: "http_request_duration", dimensions: [("path", path)])
            .recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
        return response
    }

    private static func method(_ method: HTTPRequest.Method) -> String {
        [.get, .post, .put, .delete, .head].contains(method) ? method.rawValue : "other"
    }
}

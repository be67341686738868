import HTTPTypes
import Hummingbird
import Metrics
import Synchronization

/// Counts requests by path and status, and measures the time until the response begins.
///
/// Paths are recorded as written in the API description; the values of their parameters are confidential.
final class MetricsMiddleware: RouterMiddleware {
    typealias Context = PeerContext

    private struct Series: Hashable {
        let method: HTTPRequest.Method
        let path: String
        let status: Int
    }

    /// Looking a metric up by its labels takes longer than counting.
    private let series = Mutex<[Series: (count: Counter, time: Timer)]>([:])

    func handle(
        _ request: Request,
        context: PeerContext,
        next: (Request, PeerContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let key = Series(
            method: request.method,
            path: context.endpointPath ?? "unknown",
            status: response.status.code
        )
        let (count, time) = series.withLock { series in
            if let known = series[key] { return known }
            let made = Self.metrics(of: key)
            // Methods that nobody defined are not kept: a client may invent any number of them.
            if Self.known.contains(key.method) { series[key] = made }
            return made
        }
        count.increment()
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        time.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
        return response
    }

    private static func metrics(of series: Series) -> (count: Counter, time: Timer) {
        let method = known.contains(series.method) ? series.method.rawValue : "other"
        let dimensions = [("method", method), ("path", series.path), ("status", "\(series.status)")]
        return (
            Counter(label: "http_requests", dimensions: dimensions),
            Timer(label: "http_request_duration", dimensions: [("path", series.path)])
        )
    }

    private static let known: Set<HTTPRequest.Method> = [.get, .post, .put, .delete, .head]
}

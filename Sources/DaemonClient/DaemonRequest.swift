import NIOCore
import NIOHTTP1
import Wire

/// A request that can be sent more than once.
struct DaemonRequest: Sendable {
    let method: HTTPMethod
    /// The path and query.
    let target: String
    let headers: HTTPHeaders
    let body: ByteBuffer?
    let timeLimit: Duration
    /// Whether sending it twice has the same effect as sending it once.
    let isRepeatable: Bool

    private init(
        method: HTTPMethod,
        target: String,
        headers: HTTPHeaders,
        body: ByteBuffer?,
        timeLimit: Duration,
        isRepeatable: Bool
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.timeLimit = timeLimit
        self.isRepeatable = isRepeatable
    }

    /// Creates a GET request.
    static func get(_ path: String, query: [(name: String, value: String?)] = [], within limit: Duration) -> Self {
        DaemonRequest(
            method: .GET,
            target: target(path, query: query),
            headers: ["Host": "localhost"],
            body: nil,
            timeLimit: limit,
            isRepeatable: true
        )
    }

    /// Returns the request restricted to a range (RFC 9110, section 14).
    func asking(for range: ClosedRange<Int64>?) -> Self {
        guard let range else { return self }
        var headers = headers
        headers.replaceOrAdd(name: "Range", value: "bytes=\(range.lowerBound)-\(range.upperBound)")
        return DaemonRequest(
            method: method,
            target: target,
            headers: headers,
            body: body,
            timeLimit: timeLimit,
            isRepeatable: isRepeatable
        )
    }

    /// Returns the request with a name under which ``DaemonClient/progress(named:)`` reports its progress.
    func named(_ name: String?) -> Self {
        guard let name else { return self }
        var headers = headers
        headers.replaceOrAdd(name: API.progressHeader, value: name)
        return DaemonRequest(
            method: method,
            target: target,
            headers: headers,
            body: body,
            timeLimit: timeLimit,
            isRepeatable: isRepeatable
        )
    }

    /// Returns `path` with those members of `query` that have a value.
    static func target(_ path: String, query: [(name: String, value: String?)]) -> String {
        let pairs = query.compactMap { name, value in value.map { "\(name)=\(WireCoding.pathSegment($0))" } }
        return pairs.isEmpty ? path : "\(path)?\(pairs.joined(separator: "&"))"
    }

    /// Creates a POST request, which changes something or has a body.
    static func post(
        _ path: String,
        body: ByteBuffer,
        type: String,
        key: IdempotencyKey,
        within limit: Duration,
        isRepeatable: Bool
    ) -> Self {
        DaemonRequest(
            method: .POST,
            target: path,
            headers: [
                "Host": "localhost",
                "Content-Type": type,
                "Content-Length": String(body.readableBytes),
                API.idempotencyKeyHeader: key.text,
            ],
            body: body,
            timeLimit: limit,
            isRepeatable: isRepeatable
        )
    }

    /// Creates a PUT request, which stores bytes and may be repeated.
    static func put(_ path: String, body: ByteBuffer, within limit: Duration) -> Self {
        DaemonRequest(
            method: .PUT,
            target: path,
            headers: [
                "Host": "localhost", "Content-Type": "application/octet-stream",
                "Content-Length": String(body.readableBytes),
            ],
            body: body,
            timeLimit: limit,
            isRepeatable: true
        )
    }

    /// Creates a DELETE request.
    static func delete(_ path: String, within limit: Duration) -> Self {
        DaemonRequest(
            method: .DELETE,
            target: path,
            headers: ["Host": "localhost"],
            body: nil,
            timeLimit: limit,
            isRepeatable: true
        )
    }

    /// Creates the request that `outline` defines.
    init(
        _ outline: EndpointOutline,
        at segment: String? = nil,
        query: [Parameter.Argument] = [],
        body: ByteBuffer? = nil,
        type: String = DaemonClient.jsonType,
        key: IdempotencyKey,
        within limit: Duration
    ) {
        method = HTTPMethod(rawValue: outline.method.rawValue)
        target = Self.target(outline.path(at: segment), query: query.map { ($0.name, $0.value) })
        var headers: HTTPHeaders = ["Host": "localhost"]
        if let body {
            headers.add(name: "Content-Type", value: type)
            headers.add(name: "Content-Length", value: String(body.readableBytes))
        } else if outline.method == .post {
            headers.add(name: "Content-Length", value: "0")
        }
        if outline.method == .post { headers.add(name: API.idempotencyKeyHeader, value: key.text) }
        self.headers = headers
        self.body = body
        timeLimit = limit
        isRepeatable = outline.repetition != .never
    }

    var head: HTTPRequestHead { HTTPRequestHead(version: .http1_1, method: method, uri: target, headers: headers) }
}

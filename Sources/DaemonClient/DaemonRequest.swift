import NIOCore
import NIOHTTP1
import Wire

/// A request that can be sent more than once.
struct DaemonRequest: Sendable {
    let method: HTTPMethod
    /// The path and query.
    let target: String
    private(set) var headers: HTTPHeaders
    let body: ByteBuffer?
    let timeLimit: Duration
    /// Whether sending it twice has the same effect as sending it once.
    let isRepeatable: Bool

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
        let pairs = query.compactMap { pair in pair.value.map { "\(pair.name)=\(WireCoding.pathSegment($0))" } }
        let path = outline.path(at: segment)
        target = pairs.isEmpty ? path : "\(path)?\(pairs.joined(separator: "&"))"
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

    /// Returns the request restricted to a range (RFC 9110, section 14).
    func asking(for range: ClosedRange<Int64>?) -> Self {
        guard let range else { return self }
        var request = self
        request.headers.replaceOrAdd(name: "Range", value: "bytes=\(range.lowerBound)-\(range.upperBound)")
        return request
    }

    /// Returns the request with a name under which ``DaemonClient/progress(named:)`` reports its progress.
    func named(_ name: String?) -> Self {
        guard let name else { return self }
        var request = self
        request.headers.replaceOrAdd(name: API.progressHeader, value: name)
        return request
    }
}

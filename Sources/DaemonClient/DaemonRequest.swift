import NIOCore
import NIOHTTP1
import Wire

/// One request, as it can be sent more than once.
struct DaemonRequest: Sendable {
    let method: HTTPMethod
    /// Path and query.
    let target: String
    let headers: HTTPHeaders
    let body: ByteBuffer?
    let timeLimit: Duration
    /// Whether sending it twice does no more than sending it once.
    let isRepeatable: Bool

    /// A request for something to read.
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

    /// The same request for a part of what there is (RFC 9110, section 14).
    func asking(for range: String) -> Self {
        var headers = headers
        headers.replaceOrAdd(name: "Range", value: range)
        return DaemonRequest(
            method: method,
            target: target,
            headers: headers,
            body: body,
            timeLimit: timeLimit,
            isRepeatable: isRepeatable
        )
    }

    /// The same request under a name by which ``DaemonClient/progress(named:)`` shows how far it is.
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

    /// `path` with those members of `query` that have a value.
    static func target(_ path: String, query: [(name: String, value: String?)]) -> String {
        let pairs = query.compactMap { name, value in value.map { "\(name)=\(WireCoding.pathSegment($0))" } }
        return pairs.isEmpty ? path : "\(path)?\(pairs.joined(separator: "&"))"
    }

    /// A request that changes something, or that has a body.
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

    /// A request that puts bytes where they belong, however often it is sent.
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

    /// A request that ends something.
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

    var head: HTTPRequestHead { HTTPRequestHead(version: .http1_1, method: method, uri: target, headers: headers) }
}

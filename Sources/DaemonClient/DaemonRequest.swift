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
        language: String? = nil,
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
        if let language { headers.add(name: "Accept-Language", value: language) }
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

/// The header value that makes a write take effect once, however often it is sent: 128 random bits in hexadecimal.
public struct IdempotencyKey: Sendable, Hashable, CustomStringConvertible {
    /// 32 lower-case hexadecimal digits.
    public let text: String

    public init(using generator: inout some RandomNumberGenerator) {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for _ in 0..<2 {
            let bits: UInt64 = generator.next()
            for shift in stride(from: 60, through: 0, by: -4) { text.append(digits[Int(bits >> UInt64(shift) & 15)]) }
        }
        self.text = String(decoding: text, as: UTF8.self)
    }

    /// Returns a key from the system's random numbers.
    public static func random() -> IdempotencyKey {
        var generator = SystemRandomNumberGenerator()
        return IdempotencyKey(using: &generator)
    }

    public var description: String { text }
}

/// How long the client waits for a response.
public struct TimeLimits: Sendable, Hashable {
    /// The limit for a request that involves only the daemon.
    public let request: Duration
    /// The limit for a request that ends when a printer has finished, or that sends much data.
    public let print: Duration
    /// The limit for a request that reads every entry of the log.
    public let wholeLog: Duration

    public init(
        request: Duration = .seconds(30),
        print: Duration = .seconds(300),
        wholeLog: Duration = .seconds(3_600)
    ) {
        self.request = request
        self.print = print
        self.wholeLog = wholeLog
    }

    /// Returns the limit for a request that needs this patience.
    func limit(_ patience: EndpointOutline.Patience) -> Duration {
        switch patience {
        case .request: request
        case .print: print
        case .wholeLog: wholeLog
        }
    }
}

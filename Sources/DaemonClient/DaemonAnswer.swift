import FoundationEssentials
import NIOCore
import NIOHTTP1
import Wire

/// A complete response, not yet decoded.
struct DaemonAnswer: Sendable {
    let status: Int
    /// The media type without its parameters, in lower case.
    let mediaType: String
    let body: ByteBuffer
    /// Whether the daemon reports that it does not trust the log from which this comes.
    let isUntrusted: Bool
    /// The site's time zone; nil for a daemon of an older version.
    let timeZone: String?

    init(head: HTTPResponseHead, body: ByteBuffer) {
        self.status = Int(head.status.code)
        let type = head.headers.first(name: "Content-Type") ?? ""
        self.mediaType = type.prefix { $0 != ";" && $0 != " " }.lowercased()
        self.body = body
        self.timeZone = head.headers.first(name: API.timeZoneHeader)
        self.isUntrusted = head.headers.first(name: API.logHeader) == API.untrusted
    }

    /// Returns the body of a successful response; throws the problem of any other.
    func success() throws(DaemonClientError) -> ByteBuffer {
        if (200...299).contains(status) { return body }
        if mediaType == Problem.mediaType, let problem = try? decoded(Problem.self) { throw .problem(problem) }
        throw .malformedAnswer("status \(status) without a problem document")
    }

    /// Returns the body of a successful response as `type`.
    func value<Value: Decodable>(_ type: Value.Type) throws(DaemonClientError) -> Value {
        _ = try success()
        do {
            return try decoded(type)
        } catch {
            throw .malformedAnswer("the body is not a \(type)")
        }
    }

    /// Returns the bytes of a successful response, which has one of the media types in its definition.
    func bytes(of outline: EndpointOutline) throws(DaemonClientError) -> [UInt8] {
        let body = try success()
        guard outline.mediaTypes.contains(where: { $0.prefix { $0 != ";" } == mediaType }) else {
            throw .malformedAnswer("it is not \(outline.mediaTypes.joined(separator: " or "))")
        }
        return Array(body.readableBytesView)
    }

    private func decoded<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try WireCoding.decode(type, from: Data(body.readableBytesView))
    }
}

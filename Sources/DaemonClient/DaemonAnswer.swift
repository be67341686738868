import FoundationEssentials
import NIOCore
import NIOHTTP1
import Wire

/// A whole answer, not yet understood.
struct DaemonAnswer: Sendable {
    let status: Int
    /// The media type without its parameters, in lower case.
    let mediaType: String
    let body: ByteBuffer
    /// Whether the daemon says that it does not trust the log which this comes from.
    let isUntrusted: Bool
    /// The time zone of the site; nil where the daemon is of an older version.
    let timeZone: String?

    init(head: HTTPResponseHead, body: ByteBuffer) {
        self.status = Int(head.status.code)
        let type = head.headers.first(name: "Content-Type") ?? ""
        self.mediaType = type.prefix { $0 != ";" && $0 != " " }.lowercased()
        self.body = body
        self.timeZone = head.headers.first(name: API.timeZoneHeader)
        self.isUntrusted = head.headers.first(name: API.logHeader) == API.untrusted
    }

    /// The body of an answer that says it went well; any other is thrown as what it says.
    func success() throws(DaemonClientError) -> ByteBuffer {
        if (200...299).contains(status) { return body }
        if mediaType == Problem.mediaType, let problem = try? decoded(Problem.self) { throw .problem(problem) }
        throw .malformedAnswer("status \(status) without a problem document")
    }

    /// The body of a good answer as `type`.
    func value<Value: Decodable>(_ type: Value.Type) throws(DaemonClientError) -> Value {
        _ = try success()
        do {
            return try decoded(type)
        } catch {
            throw .malformedAnswer("the body is not a \(type)")
        }
    }

    private func decoded<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try WireCoding.decode(type, from: Data(body.readableBytesView))
    }
}

import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import NIOFoundationEssentialsCompat
import Wire

extension Response {
    /// A response with `value` as JSON.
    init(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws {
        self.init(status: status, mediaType: "application/json", bytes: try WireCoding.encode(value))
    }

    /// A response with `problem` as a problem document.
    init(_ problem: Problem) throws {
        self.init(
            status: HTTPResponse.Status(code: problem.status),
            mediaType: Problem.mediaType,
            bytes: try WireCoding.encode(problem)
        )
        // Retry-After: RFC 9110, section 10.2.3, and RFC 6585, section 4.
        let retryAfter = problem.retryAfter ?? (problem.kind == .busy ? 1 : nil)
        if let retryAfter { headers[.retryAfter] = String(retryAfter) }
    }

    init(status: HTTPResponse.Status = .ok, mediaType: String, bytes: Data) {
        self.init(
            status: status,
            headers: [.contentType: mediaType],
            body: ResponseBody(byteBuffer: ByteBuffer(data: bytes))
        )
    }
}

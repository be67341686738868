import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import NIOFoundationEssentialsCompat
import TransferLog
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

    /// A response that was stored; throws a problem if its body was too long to be stored.
    init(_ stored: StoredResponse, remains: String?) throws(Problem) {
        guard let body = stored.body else {
            let place = remains.map { "; look at \($0)" } ?? ""
            let detail =
                "cannot repeat the response, which was too long to be kept: the request was carried out\(place)"
            throw Problem(.outcomeUnknown, detail: detail)
        }
        self.init(
            status: HTTPResponse.Status(code: stored.status),
            mediaType: stored.status < 400 ? "application/json" : Problem.mediaType,
            bytes: Data(body)
        )
    }

    init(status: HTTPResponse.Status = .ok, mediaType: String, bytes: Data) {
        self.init(
            status: status,
            headers: [.contentType: mediaType],
            body: ResponseBody(byteBuffer: ByteBuffer(data: bytes))
        )
    }
}

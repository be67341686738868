import FoundationEssentials
import HTTPTypes
import Hummingbird
import Localization
import NIOCore
import NIOFoundationEssentialsCompat
import TransferLog
import Wire
import WireResources

extension Response {
    /// A response with `value` as JSON.
    init(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws {
        self.init(status: status, mediaType: "application/json", bytes: try WireCoding.encode(value))
    }

    /// A response with `value` as JSON, whose texts are in the language of `localizer`.
    init(_ value: some Encodable, in localizer: Localizer) throws {
        try self.init(value)
        state(localizer.language)
    }

    /// A response with a problem document that describes `failure` in the language of `localizer`.
    init(_ failure: RequestFailure, in localizer: Localizer) throws {
        self.init(
            status: HTTPResponse.Status(code: failure.status),
            mediaType: Problem.mediaType,
            bytes: try WireCoding.encode(Problem(failure, by: localizer))
        )
        state(localizer.language)
        // Retry-After: RFC 9110, section 10.2.3, and RFC 6585, section 4.
        let retryAfter = failure.retryAfter ?? (failure.kind == .busy ? 1 : nil)
        if let retryAfter { headers[.retryAfter] = String(retryAfter) }
    }

    /// States the language of the texts, and that it depends on the request (RFC 9110, sections 8.5 and 12.5.5).
    private mutating func state(_ language: LanguageTag) {
        headers[.contentLanguage] = language.description
        headers[.vary] = "Accept-Language"
    }

    /// A response that was stored; throws a problem if its body was too long to be stored.
    init(_ stored: StoredResponse, remains: String?) throws(RequestFailure) {
        guard let body = stored.body else {
            let detail =
                remains.map { path in
                    Message(
                        "cannot repeat the response, which was too long to be kept: the request was carried out; look "
                            + "at \(path, "path")"
                    )
                } ?? Message("cannot repeat the response, which was too long to be kept: the request was carried out")
            throw RequestFailure(.outcomeUnknown, detail)
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

/// Why a request was not done: an RFC 9457 problem document with a stable `kind`.
public struct Problem: Error, Sendable, Hashable, Codable, CustomStringConvertible {
    /// The media type of the document.
    public static let mediaType = "application/problem+json"

    /// `urn:outguide:problem:` and the kind.
    public let type: String
    /// The HTTP status.
    public let status: Int
    public let kind: ProblemKind
    /// The kind in words.
    public let title: String
    /// One sentence for people that begins with "cannot" and says the way out.
    public let detail: String
    /// Seconds after which trying again may help, which stand in the header Retry-After and not in the document.
    public var retryAfter: Int?

    public init(_ kind: ProblemKind, status: Int, detail: String, retryAfter: Int? = nil) {
        self.type = "urn:outguide:problem:\(kind)"
        self.status = status
        self.kind = kind
        self.title = String(kind.rawValue.map { $0 == "-" ? " " : $0 })
        self.detail = detail
        self.retryAfter = retryAfter
    }

    private enum CodingKeys: String, CodingKey {
        case type, status, kind, title, detail
    }

    public var description: String { detail }
}

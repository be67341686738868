/// The reason why a request failed: an RFC 9457 problem document with a stable `kind`.
public struct Problem: Error, Sendable, Hashable, Codable, CustomStringConvertible {
    /// The media type of the document.
    public static let mediaType = "application/problem+json"

    /// `urn:outguide:problem:` and the kind.
    public let type: String
    /// The HTTP status.
    public let status: Int
    /// The stable kind of the problem.
    public let kind: ProblemKind
    /// The kind as words.
    public let title: String
    /// One sentence for the user that begins with "cannot" and names the remedy.
    public let detail: String
    /// The number of seconds after which a retry may succeed.
    ///
    /// It is sent in the header Retry-After, not in the document.
    public var retryAfter: Int?

    /// Creates a problem with the status of its kind.
    ///
    /// - Parameters:
    ///   - status: another status, which HTTP itself dictates for such a request.
    public init(_ kind: ProblemKind, status: Int? = nil, detail: String, retryAfter: Int? = nil) {
        self.type = "urn:outguide:problem:\(kind)"
        self.status = status ?? kind.status
        self.kind = kind
        self.title = String(kind.rawValue.map { $0 == "-" ? " " : $0 })
        self.detail = detail
        self.retryAfter = retryAfter
    }

    private enum CodingKeys: String, CodingKey {
        case type, status, kind, title, detail
    }

    /// The detail, as text for people.
    public var description: String { detail }
}

/// The response to a request, stored so that the same request with the same key gets it again.
public struct StoredResponse: Sendable, Hashable {
    /// The maximum length of a stored body in bytes.
    public static let longest = 262_144

    /// The HTTP status.
    public let status: Int
    /// The body; nil if it was too long to be stored.
    public let body: [UInt8]?

    public init(status: Int, body: [UInt8]?) {
        self.status = status
        self.body = body
    }
}

/// What the log knows about a request whose response is stored.
public enum RequestProgress: Sendable, Hashable {
    /// The key was not used before.
    case new
    /// The request was begun, and either runs or was interrupted.
    case begun
    case ended(StoredResponse)
}

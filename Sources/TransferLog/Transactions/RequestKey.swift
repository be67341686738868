import Crypto
public import Vocabulary

/// An idempotency key with its principal and a fingerprint of the request.
public struct RequestKey: Sendable, Hashable {
    /// Maximum length of a key in bytes.
    public static let longest = 255

    public let principal: Principal
    public let text: String
    let fingerprint: [UInt8]

    /// Returns nil unless `text` is 1 to 255 printable ASCII characters; `request` is the request that the key
    /// identifies.
    public init?(_ text: String, of principal: Principal, request: [UInt8]) {
        guard (1...Self.longest).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return nil
        }
        self.principal = principal
        self.text = text
        self.fingerprint = Array(SHA256.hash(data: request))
    }
}

/// The result of a request, stored so that a repeated key gets the same response.
public struct RequestResult: Sendable, Hashable {
    /// The entries that the request appended; nil when there are none.
    public let entries: ClosedRange<EntryNumber>?
    /// The reading that the request stored.
    public let reading: ReadingNumber?

    public init(entries: ClosedRange<EntryNumber>?, reading: ReadingNumber? = nil) {
        self.entries = entries
        self.reading = reading
    }
}

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
    /// The request ended, and names an entity that is concealed from the caller now.
    case concealed
}

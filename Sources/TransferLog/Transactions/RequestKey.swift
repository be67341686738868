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

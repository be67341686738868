import Crypto

/// A text that an entry only commits to, and the salt that opens the commitment.
public struct RevealedText: Sendable {
    /// Bytes in every salt.
    ///
    /// Were it free, bytes could be moved between salt and text and the same commitment opened to other words.
    public static let saltLength = 32

    /// Which text of the entry it is, such as `reason` or `title`.
    public let field: String
    public let salt: [UInt8]
    public let text: String

    /// Nil when `salt` is not ``saltLength`` long or `field` is not 1 to 64 ASCII characters.
    public init?(field: String, salt: [UInt8], text: String) {
        guard salt.count == Self.saltLength, (1...64).contains(field.utf8.count), field.utf8.allSatisfy({ $0 < 0x80 })
        else { return nil }
        self.field = field
        self.salt = salt
        self.text = text
    }

    /// What stands in the entry's `texts`: SHA-256 over salt and UTF-8 text, in lower-case hexadecimal.
    public var commitment: String {
        var hash = SHA256()
        hash.update(data: salt)
        hash.update(data: Array(text.utf8))
        return Hexadecimal.text(of: Array(hash.finalize()))
    }
}

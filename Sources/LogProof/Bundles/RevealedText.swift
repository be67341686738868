import Crypto

/// A text to which an entry only commits, with the salt that opens the commitment.
public struct RevealedText: Sendable {
    /// The length of every salt, in bytes.
    ///
    /// If it were variable, bytes could be moved between salt and text, and a commitment could be opened to other
    /// words.
    public static let saltLength = 32

    /// The field of the text in the entry, such as `reason` or `title`.
    public let field: String
    public let salt: [UInt8]
    public let text: String

    /// Returns nil if `salt` is not ``saltLength`` bytes long or `field` is not 1 to 64 ASCII characters.
    public init?(field: String, salt: [UInt8], text: String) {
        guard salt.count == Self.saltLength, (1...64).contains(field.utf8.count), field.utf8.allSatisfy({ $0 < 0x80 })
        else { return nil }
        self.field = field
        self.salt = salt
        self.text = text
    }

    /// The value in the entry's `texts`: SHA-256 over salt and UTF-8 text, in lower-case hexadecimal.
    public var commitment: String {
        var hash = SHA256()
        hash.update(data: salt)
        hash.update(data: Array(text.utf8))
        return Hexadecimal.text(of: Array(hash.finalize()))
    }
}

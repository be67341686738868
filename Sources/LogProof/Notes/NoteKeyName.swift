import Crypto

/// The owner of a key, such as `records.example.org/court-archive`, which is the first half of a key's identity.
public struct NoteKeyName: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    /// Creates a name; nil if `text` is empty or has a Unicode space, a `+` or a control character (C2SP signed-note).
    public init?(_ text: String) {
        guard !text.isEmpty,
            text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0 != "+" && !$0.properties.isWhitespace })
        else { return nil }
        self.text = text
    }

    public var description: String { text }

    // Names are compared as bytes, because Swift treats some texts as equal that verifiers in other languages do not.
    public static func == (left: NoteKeyName, right: NoteKeyName) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}

/// The first four bytes of a hash over a key's name, type and public key.
///
/// It distinguishes keys but does not make one trustworthy.
public struct NoteKeyID: Sendable, Hashable, CustomStringConvertible {
    /// The four bytes, in big-endian order.
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Creates the ID from SHA-256 over the name, a newline, the type and the key (C2SP signed-note).
    init(name: NoteKeyName, typedKey: [UInt8]) {
        var hash = SHA256()
        hash.update(data: Array(name.text.utf8) + [UInt8(ascii: "\n")] + typedKey)
        self.init(bytes: hash.finalize().prefix(4))
    }

    init(bytes: some Sequence<UInt8>) { self.rawValue = bytes.reduce(0) { $0 << 8 | UInt32($1) } }

    var bytes: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: rawValue >> UInt32($0)) } }

    /// Eight lower-case hexadecimal digits.
    public var description: String { Hexadecimal.text(of: bytes) }
}

/// The reason why a text is not a valid key for signing or verifying notes.
public enum NoteKeyError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text does not have the parts of an encoded key.
    case malformed
    /// The key is not an Ed25519 key (type 0x01); the value is its type.
    case unknownType(UInt8)
    /// The ID in the text does not match the name and the key; the value is the correct one.
    case otherID(NoteKeyID)

    public var description: String {
        switch self {
        case .malformed: "cannot read the key, copy it whole in the form name+12345678+base64"
        case .unknownType(let type): "cannot use a key of type \(type), only Ed25519 (1)"
        case .otherID(let id): "cannot take the key, its name or bytes were altered (they belong to \(id))"
        }
    }
}

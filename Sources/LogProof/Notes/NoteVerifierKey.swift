import Crypto

/// The public key of a log, which is needed to trust its checkpoints.
public struct NoteVerifierKey: Sendable, Hashable, CustomStringConvertible {
    public let name: NoteKeyName
    public let id: NoteKeyID

    /// The 32 bytes of the Ed25519 key (RFC 8032).
    public let publicKey: [UInt8]

    /// Parses `name+hexid+base64(0x01
    /// key)`, the form of ``description``.
    ///
    /// Throws ``NoteKeyError``, also if the ID does not match the name and the key.
    public init(parsing text: some StringProtocol) throws(NoteKeyError) {
        let parts = try EncodedKey(parsing: text)
        self.init(name: parts.name, publicKey: parts.key)
        guard id == parts.id else { throw .otherID(id) }
    }

    /// Creates a key.
    ///
    /// `publicKey` must have 32 bytes.
    init(name: NoteKeyName, publicKey: [UInt8]) {
        self.name = name
        self.publicKey = publicKey
        self.id = NoteKeyID(name: name, typedKey: [EncodedKey.ed25519] + publicKey)
    }

    public var description: String { EncodedKey(name: name, id: id, key: publicKey).text }

    /// Whether `signature` over `text` was made with the private key of this key.
    func verifies(_ signature: NoteSignature, of text: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(signature.bytes, for: text)
    }
}

/// The parts of an encoded key: `name+hexid+base64(type ‖ key)`.
struct EncodedKey {
    /// The type that C2SP signed-note assigns to Ed25519.
    static let ed25519: UInt8 = 0x01

    /// More than the length of any key: 32 bytes and a name that fits on a line.
    static let longest = 4_096

    let name: NoteKeyName
    let id: NoteKeyID
    /// The 32 bytes of an Ed25519 key, public or private.
    let key: [UInt8]

    init(name: NoteKeyName, id: NoteKeyID, key: [UInt8]) {
        self.name = name
        self.id = id
        self.key = key
    }

    init(parsing text: some StringProtocol) throws(NoteKeyError) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.longest else { throw .malformed }
        let parts = bytes.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let name = NoteKeyName(String(decoding: parts[0], as: UTF8.self)),
            parts[1].count == 8, let id = Hexadecimal.bytes(of: String(decoding: parts[1], as: UTF8.self)),
            let key = Base64.bytes(of: String(decoding: parts[2], as: UTF8.self)), let type = key.first
        else { throw .malformed }
        guard type == Self.ed25519 else { throw .unknownType(type) }
        guard key.count == 33 else { throw .malformed }
        self.init(name: name, id: NoteKeyID(bytes: id), key: Array(key.dropFirst()))
    }

    var text: String { "\(name)+\(id)+\(Base64.text(of: [Self.ed25519] + key))" }
}

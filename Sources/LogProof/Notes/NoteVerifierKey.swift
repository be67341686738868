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

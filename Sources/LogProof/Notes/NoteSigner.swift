import Crypto

/// The private key of a log.
public struct NoteSigner: Sendable, CustomStringConvertible {
    private static let prefix = "PRIVATE+KEY+"

    private let key: Curve25519.Signing.PrivateKey

    /// The public key, for distribution.
    public let verifierKey: NoteVerifierKey

    /// Creates a key from the kernel's random numbers.
    public init(name: NoteKeyName) { self.init(name: name, key: Curve25519.Signing.PrivateKey()) }

    /// Parses `PRIVATE+KEY+name+hexid+base64(0x01
    /// seed)`, the form of ``encoded``.
    ///
    /// Throws ``NoteKeyError``, also if the ID does not match the name and the key.
    public init(parsing text: some StringProtocol) throws(NoteKeyError) {
        guard text.utf8.starts(with: Self.prefix.utf8) else { throw .malformed }
        let encoded = String(decoding: text.utf8.dropFirst(Self.prefix.utf8.count), as: UTF8.self)
        let parts = try EncodedKey(parsing: encoded)
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: parts.key) else { throw .malformed }
        self.init(name: parts.name, key: key)
        guard verifierKey.id == parts.id else { throw .otherID(verifierKey.id) }
    }

    private init(name: NoteKeyName, key: Curve25519.Signing.PrivateKey) {
        self.key = key
        self.verifierKey = NoteVerifierKey(name: name, publicKey: [UInt8](key.publicKey.rawRepresentation))
    }

    /// The secret as text.
    ///
    /// Anyone who reads it can sign in the log's name.
    public var encoded: String {
        let seed = [UInt8](key.rawRepresentation)
        return Self.prefix + EncodedKey(name: verifierKey.name, id: verifierKey.id, key: seed).text
    }

    /// The public key, so that the secret is never logged.
    public var description: String { verifierKey.description }

    /// Returns 32 bytes derived from the secret and `purpose` (HKDF of RFC 5869 with SHA-256), which reveal nothing
    /// about the secret.
    public func derivedKey(for purpose: String) -> [UInt8] {
        let secret = SymmetricKey(data: key.rawRepresentation)
        let derived = HKDF<SHA256>.deriveKey(inputKeyMaterial: secret, info: Array(purpose.utf8), outputByteCount: 32)
        return derived.withUnsafeBytes { [UInt8]($0) }
    }

    func sign(_ text: [UInt8]) throws(NoteError) -> NoteSignature {
        guard let signature = try? key.signature(for: text) else { throw .cannotSign(verifierKey.name) }
        return NoteSignature(keyName: verifierKey.name, keyID: verifierKey.id, bytes: [UInt8](signature))
    }
}

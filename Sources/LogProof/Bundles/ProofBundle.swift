import Crypto

/// An entry with the proof that the log contains it, in a file that can be verified without the log.
public struct ProofBundle: Sendable {
    /// The maximum size of a bundle file, in bytes.
    public static let largest = 1_048_576

    /// The version of the file format; others are refused.
    public static let version: Int64 = 1

    /// The value of `format` in the file.
    public static let format = "outguide-entry-proof"

    /// The number of the entry; the first is 1.
    public let entry: Int64

    /// The body, as it was hashed, of at most ``Tile/largestEntry`` bytes.
    public let body: [UInt8]

    /// Texts to which the body commits and that the bundle reveals, sorted by field.
    public let texts: [RevealedText]

    public let inclusion: InclusionProof
    public let checkpoint: SignedCheckpoint

    /// The key that signed.
    ///
    /// The verifier must find out elsewhere whether it is the log's own.
    public let key: NoteVerifierKey

    /// The changes from earlier keys to ``key``, oldest first, for verifiers who trust one of those.
    public let keyChanges: [KeyChange]

    /// Creates a bundle; throws ``BundleError/mismatch(member:)`` if the parts do not belong together.
    ///
    /// Use ``verify(trusting:)`` to find out what it proves.
    public init(
        entry: Int64,
        body: [UInt8],
        texts: [RevealedText],
        inclusion: InclusionProof,
        checkpoint: SignedCheckpoint,
        key: NoteVerifierKey,
        keyChanges: [KeyChange] = []
    ) throws(BundleError) {
        guard (1...TreeHead.largestSize).contains(entry) else { throw .malformed(member: "entry") }
        guard body.count <= Tile.largestEntry else { throw .malformed(member: "body") }
        guard keyChanges.count <= KeyChange.most else { throw .malformed(member: KeyChange.name) }
        guard texts.count <= 64, Set(texts.map(\.field)).count == texts.count else { throw .malformed(member: "texts") }
        guard inclusion.hashes.count <= InclusionProof.mostHashes, inclusion.leafIndex == entry - 1,
            inclusion.treeSize == checkpoint.checkpoint.head.size
        else { throw .mismatch(member: "inclusion") }
        self.entry = entry
        self.body = body
        self.texts = texts.sorted { $0.field.utf8.lexicographicallyPrecedes($1.field.utf8) }
        self.inclusion = inclusion
        self.checkpoint = checkpoint
        self.key = key
        self.keyChanges = keyChanges
    }
}

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

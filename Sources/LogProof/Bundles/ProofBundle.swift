/// One entry and everything that proves it to stand in the log: a file that is checked without the log.
public struct ProofBundle: Sendable {
    /// The most bytes of a bundle file.
    public static let largest = 1_048_576

    /// The version of the form below; others are refused.
    public static let version: Int64 = 1

    /// What stands in the file as `format`.
    public static let format = "outguide-entry-proof"

    /// The number of the entry; the first is 1.
    public let entry: Int64

    /// The body as it was hashed, at most ``Tile/largestEntry`` bytes.
    public let body: [UInt8]

    /// Texts that the body commits to and that whoever made the bundle chose to show, sorted by field.
    public let texts: [RevealedText]

    public let inclusion: InclusionProof
    public let checkpoint: SignedCheckpoint

    /// The key that signed; the reader finds out elsewhere whether it is the log's own.
    public let key: NoteVerifierKey

    /// How the log came from earlier keys to ``key``, oldest first, for readers who trust one of those.
    public let keyChanges: [KeyChange]

    /// Puts a bundle together; throws ``BundleError/mismatch(member:)`` when the parts do not belong together.
    ///
    /// Whether it proves anything is for ``verify(trusting:)`` to say.
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

/// Two checkpoints with the proof that the later log is the earlier one with entries appended.
public struct ConsistencyBundle: Sendable {
    /// The value of `format` in the file.
    public static let format = "outguide-consistency-proof"

    /// The maximum number of keys in one bundle, which are those that signed either checkpoint.
    ///
    /// There is more than one if the key was changed in between.
    public static let mostKeys = 16

    public let earlier: SignedCheckpoint
    public let later: SignedCheckpoint
    public let proof: ConsistencyProof

    /// The keys that signed.
    ///
    /// The verifier must find out elsewhere whether they are the log's own.
    public let keys: [NoteVerifierKey]

    /// The changes from one key to the next, oldest first, for verifiers who trust an earlier one.
    public let keyChanges: [KeyChange]

    private static let names: Set<String> = ["consistency", "earlier", "later", "verifierKeys", KeyChange.name]

    /// Creates a bundle; throws ``BundleError/mismatch(member:)`` if the proof is for other sizes.
    public init(
        earlier: SignedCheckpoint,
        later: SignedCheckpoint,
        proof: ConsistencyProof,
        keys: [NoteVerifierKey],
        keyChanges: [KeyChange] = []
    ) throws(BundleError) {
        guard keyChanges.count <= KeyChange.most else { throw .malformed(member: KeyChange.name) }
        guard (1...Self.mostKeys).contains(keys.count) else { throw .malformed(member: "verifierKeys") }
        guard proof.hashes.count <= ConsistencyProof.mostHashes, proof.oldSize == earlier.checkpoint.head.size,
            proof.newSize == later.checkpoint.head.size
        else { throw .mismatch(member: "consistency") }
        self.earlier = earlier
        self.later = later
        self.proof = proof
        self.keys = keys
        self.keyChanges = keyChanges
    }

    /// Parses an untrusted bundle file.
    public init(parsing file: some Collection<UInt8>) throws(BundleError) {
        let members = try BundleMembers(parsing: file, format: Self.format, names: Self.names)
        let earlier = try members.checkpoint("earlier")
        let later = try members.checkpoint("later")
        var keys: [NoteVerifierKey] = []
        for text in try members.strings("verifierKeys", atMost: Self.mostKeys) {
            keys.append(try BundleMembers.key(text, member: "verifierKeys"))
        }
        try self.init(
            earlier: earlier,
            later: later,
            proof: ConsistencyProof(
                oldSize: earlier.checkpoint.head.size,
                newSize: later.checkpoint.head.size,
                hashes: try members.hashes("consistency", atMost: ConsistencyProof.mostHashes)
            ),
            keys: keys,
            keyChanges: try KeyChange.all(in: members)
        )
    }

    /// The file: JSON with one line for each member.
    public var serialized: [UInt8] {
        var members: JSONMembers = [
            "consistency": .array(proof.hashes.map { .string($0.base64) }),
            "earlier": .string(earlier.serialized),
            "format": .string(Self.format),
            "later": .string(later.serialized),
            "verifierKeys": .array(keys.map { .string($0.description) }),
            "version": .integer(ProofBundle.version),
        ]
        members[KeyChange.name] = KeyChange.json(of: keyChanges)
        return JSONValue.object(members).indentedBytes
    }

    /// Verifies every step.
    ///
    /// `trusted` are the log's own keys, old and new, which the verifier knows from elsewhere.
    public func verify(trusting trusted: [NoteVerifierKey]) -> ProofVerdict {
        let vouching = SignatureCheck(
            checkpoints: [earlier, later],
            enclosed: keys,
            trusted: KeyChange.reached(from: trusted, by: keyChanges)
        )
        return ProofVerdict(vouching.findings + [growth])
    }

    private var growth: ProofFinding {
        do throws(CheckpointError) {
            try later.checkpoint.verify(after: earlier.checkpoint, by: proof)
            let (old, new) = (proof.oldSize, proof.newSize)
            return .passed(.consistency, "the first \(old) of \(new) entries are the same")
        } catch {
            return .failed(.consistency, error.description)
        }
    }
}

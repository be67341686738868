import LogProof
import Testing

/// A log of two entries in memory, and what it hands out.
struct SampleProofs {
    let signer: NoteSigner
    private let bodies = (1...2).map { body($0, kind: "registered") }

    init() throws { signer = NoteSigner(name: try #require(NoteKeyName("outguide.example/archive"))) }

    var key: String { signer.verifierKey.description }

    /// The signed checkpoint after this many entries.
    func checkpoint(_ size: Int) throws -> SignedCheckpoint {
        var frontier = TreeFrontier()
        for body in bodies.prefix(size) { frontier.append(TreeHash(ofLeaf: body)) }
        let checkpoint = try Checkpoint(origin: signer.verifierKey.name.text, head: frontier.head)
        return try SignedCheckpoint(checkpoint, signers: [signer])
    }

    /// The proof of the second entry, which holds for its true kind only.
    func entry(kind: String = "registered") throws -> [UInt8] {
        try ProofBundle(
            entry: 2,
            body: Self.body(2, kind: kind),
            texts: [],
            inclusion: InclusionProof(leafIndex: 1, treeSize: 2, hashes: [TreeHash(ofLeaf: bodies[0])]),
            checkpoint: checkpoint(2),
            key: signer.verifierKey
        ).serialized
    }

    /// The proof that the second entry was appended to the first.
    ///
    /// Another `hash` than that of the second entry proves nothing.
    func growth(through hash: TreeHash? = nil) throws -> [UInt8] {
        try ConsistencyBundle(
            earlier: checkpoint(1),
            later: checkpoint(2),
            proof: ConsistencyProof(oldSize: 1, newSize: 2, hashes: [hash ?? TreeHash(ofLeaf: bodies[1])]),
            keys: [signer.verifierKey]
        ).serialized
    }

    private static func body(_ entry: Int, kind: String) -> [UInt8] {
        Array(#"{"entry":\#(entry),"kind":"\#(kind)"}"#.utf8)
    }
}

import LogProof
import Testing

/// A log in memory: bodies, stored nodes, a key and what can be made of them.
struct SampleLog {
    let signer: NoteSigner
    let bodies: [[UInt8]]
    let store = NodeStore()

    var size: Int64 { Int64(bodies.count) }

    init(size: Int, signer: NoteSigner) throws {
        self.init(bodies: (1...size).map(Self.body), signer: signer)
    }

    init(bodies: [[UInt8]], signer: NoteSigner) {
        self.signer = signer
        self.bodies = bodies
        var frontier = TreeFrontier()
        for body in bodies { store.store(frontier.append(TreeHash(ofLeaf: body))) }
    }

    /// The key of the page: the same in every run, so that a seed repeats all that a test did.
    static func fixedSigner() throws -> NoteSigner {
        try NoteSigner(
            parsing: "PRIVATE+KEY+outguide.example/archive+3c4a5932+AQcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH"
        )
    }

    static func signer(_ name: String = "outguide.example/archive") throws -> NoteSigner {
        NoteSigner(name: try #require(NoteKeyName(name)))
    }

    /// A body with the commitments of ``texts(of:)``.
    static func body(_ number: Int) -> [UInt8] {
        let texts = texts(of: number).map { #""\#($0.field)":"\#($0.commitment)""# }.joined(separator: ",")
        return Array(
            (#"{"entry":\#(number),"kind":"registered","occurredAt":"2026-11-21T05:50:00.000001Z","principal":"uid:1000","#
                + #""recordedAt":"2026-11-21T05:50:00.000001Z","texts":{\#(texts)},"version":1}"#).utf8
        )
    }

    static func texts(of number: Int) -> [RevealedText] {
        let salt = (0..<32).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0) }
        return [("barcode", "CASE-\(number)"), ("title", "Smith v. Jönes \u{1F4E6} \"\(number)\"\n")].compactMap {
            RevealedText(field: $0, salt: salt, text: $1)
        }
    }

    func checkpoint(_ size: Int64? = nil, signers: [NoteSigner]? = nil) throws -> SignedCheckpoint {
        let head = try TreeHead(size: size ?? self.size, reading: store.read)
        let checkpoint = try Checkpoint(origin: signer.verifierKey.name.text, head: head)
        return try SignedCheckpoint(checkpoint, signers: signers ?? [signer])
    }

    func bundle(_ entry: Int64, size: Int64? = nil, showing shown: Bool = true) throws -> ProofBundle {
        try ProofBundle(
            entry: entry,
            body: bodies[Int(entry) - 1],
            texts: shown ? Self.texts(of: Int(entry)) : [],
            inclusion: InclusionProof(ofLeaf: entry - 1, treeSize: size ?? self.size, reading: store.read),
            checkpoint: checkpoint(size),
            key: signer.verifierKey
        )
    }

    func consistency(_ old: Int64, _ new: Int64) throws -> ConsistencyBundle {
        try ConsistencyBundle(
            earlier: checkpoint(old),
            later: checkpoint(new),
            proof: ConsistencyProof(from: old, to: new, reading: store.read),
            keys: [signer.verifierKey]
        )
    }

    func bytes(of tile: Tile) throws -> [UInt8] {
        try tile.bytes(node: store.read) { bodies[Int($0)] }
    }
}

/// A change of the key that signs a log, in a form that a verifier who trusts the old key can check.
///
/// The signatures under a note do not vouch for each other, because anyone can add one. What transfers the log to the
/// new key is the entry that names it, in a tree that the old key signed.
public struct KeyChange: Sendable {
    /// The maximum number of changes in one bundle.
    ///
    /// An export contains the changes of a longer history.
    public static let most = 128

    /// The number of the `key-rotated` entry.
    public let entry: Int64
    /// The body of the entry, as it was hashed.
    public let body: [UInt8]
    public let inclusion: InclusionProof
    /// The first checkpoint after the change, which both keys signed.
    public let checkpoint: SignedCheckpoint

    public init(entry: Int64, body: [UInt8], inclusion: InclusionProof, checkpoint: SignedCheckpoint) {
        self.entry = entry
        self.body = body
        self.inclusion = inclusion
        self.checkpoint = checkpoint
    }

    /// Returns `trusted` and the keys that can be reached from them by `changes`, oldest first.
    static func reached(from trusted: [NoteVerifierKey], by changes: [KeyChange]) -> [NoteVerifierKey] {
        changes.reduce(into: trusted) { keys, change in
            if let next = change.next(after: keys), !keys.contains(next) { keys.append(next) }
        }
    }

    /// Returns the key that signs after this change, if one of `trusted` transferred the log to it.
    private func next(after trusted: [NoteVerifierKey]) -> NoteVerifierKey? {
        let origin = checkpoint.checkpoint.origin
        guard let signers = try? checkpoint.signers(among: trusted),
            inclusion.leafIndex == entry - 1, inclusion.treeSize == checkpoint.checkpoint.head.size,
            (try? inclusion.verify(TreeHash(ofLeaf: body), in: checkpoint.checkpoint.head)) != nil,
            case .object(let members)? = JSONParser.canonicalValue(of: body),
            members["entry"] == .integer(entry), members["kind"] == .string("key-rotated"),
            case .string(let old) = members["oldKey"], case .string(let new) = members["newKey"],
            signers.contains(where: { $0.description == old && $0.name.text == origin }),
            let key = try? NoteVerifierKey(parsing: new), key.name.text == origin
        else { return nil }
        return key
    }

    /// Parses the changes in a bundle.
    static func all(in members: BundleMembers) throws(BundleError) -> [KeyChange] {
        guard members.has(name) else { return [] }
        var changes: [KeyChange] = []
        for part in try members.objects(name, atMost: most, names: ["body", "checkpoint", "entry", "inclusion"]) {
            let entry = try part.integer("entry")
            let checkpoint = try part.checkpoint("checkpoint")
            let body = try part.bytes("body")
            guard (1...TreeHead.largestSize).contains(entry), body.count <= Tile.largestEntry else {
                throw .malformed(member: name)
            }
            let inclusion = InclusionProof(
                leafIndex: entry - 1,
                treeSize: checkpoint.checkpoint.head.size,
                hashes: try part.hashes("inclusion", atMost: InclusionProof.mostHashes)
            )
            changes.append(KeyChange(entry: entry, body: body, inclusion: inclusion, checkpoint: checkpoint))
        }
        return changes
    }

    /// The name of the member with the changes, which is absent if there are none.
    static let name = "keyChanges"

    static func json(of changes: [KeyChange]) -> JSONValue? {
        guard !changes.isEmpty else { return nil }
        return .array(
            changes.map { change in
                .object([
                    "body": .string(Base64.text(of: change.body)),
                    "checkpoint": .string(change.checkpoint.serialized),
                    "entry": .integer(change.entry),
                    "inclusion": .array(change.inclusion.hashes.map { .string($0.base64) }),
                ])
            }
        )
    }
}

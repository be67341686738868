/// Verifies an exported log from its entries alone.
///
/// It checks the form and number of each entry, the origin that each move states, the hash tiles, the signed root, and
/// that a key signed it that the verifier trusts or that can be reached from one.
public struct ExportAudit: Sendable {
    /// The reason why an export is refused.
    public enum Fault: Error, Sendable, Hashable, CustomStringConvertible {
        /// The checkpoint has a wrong signature, or none by a trusted or reachable key.
        case untrusted(String)
        case form(entry: Int64)
        case number(entry: Int64)
        /// An entry that changes the key does not name the previous one.
        case keyChange(entry: Int64)
        /// The origin of a move differs from the subject's placement according to the entries before it.
        case origin(entry: Int64)
        /// An entry commits to fewer readings or accesses than one before it, or to others.
        case evidence(entry: Int64)
        /// An entry lacks a required member of its kind.
        case incomplete(entry: Int64)
        case otherRoot

        public var description: String {
            switch self {
            case .untrusted(let reason): reason
            case .form(let entry): "cannot read entry \(entry), it is not canonical JSON"
            case .number(let entry): "cannot take a body for entry \(entry), it does not bear that number"
            case .keyChange(let entry): "cannot follow entry \(entry), it changes another key than the one before it"
            case .origin(let entry):
                "cannot believe entry \(entry), it says that its subject came from where it was not by the entries before it"
            case .evidence(let entry):
                "cannot believe entry \(entry), it does not commit to what the entries before it commit to"
            case .incomplete(let entry): "cannot read entry \(entry), it lacks what entries of its kind have"
            case .otherRoot: "cannot believe the entries, they do not lead to the signed root hash"
            }
        }
    }

    private let checkpoint: SignedCheckpoint
    private let changes: [SignedCheckpoint]
    private let trusted: [NoteVerifierKey]
    private var hasher = TileHasher()
    private var origins = MoveOrigins()
    private var evidence = EvidenceGrowth()
    /// The tree heads at the sizes of ``changes``.
    private var heads: [Int64: TreeHead] = [:]
    private var keys: [(entry: Int64, old: String?, new: String)] = []

    /// Creates an audit.
    ///
    /// - Parameters:
    ///   - changes: the checkpoints in the export that two keys signed.
    ///   - trusted: keys of the log that the verifier knows from elsewhere.
    public init(checkpoint: SignedCheckpoint, changes: [SignedCheckpoint], trusting trusted: [NoteVerifierKey]) {
        self.checkpoint = checkpoint
        self.changes = changes
        self.trusted = trusted
    }

    /// The number of entries so far.
    public var size: Int64 { hasher.head.size }

    /// Adds the next entry, and returns the hash tiles that it completes.
    public mutating func append(_ body: [UInt8]) throws(Fault) -> [(tile: Tile, bytes: [UInt8])] {
        let number = size + 1
        guard case .object(let members)? = JSONParser.canonicalValue(of: body) else { throw .form(entry: number) }
        guard members["entry"] == .integer(number) else { throw .number(entry: number) }
        let filled = hasher.append(body)
        if changes.contains(where: { $0.checkpoint.head.size == number }) { heads[number] = hasher.head }
        if number == 1 || members["kind"] == .string("key-rotated"), case .string(let new) = members["newKey"] {
            var old: String?
            if case .string(let text) = members["oldKey"] { old = text }
            if let old, let before = keys.last?.new, old != before { throw .keyChange(entry: number) }
            keys.append((number, old, new))
        }
        do throws(MoveOrigins.Contradiction) {
            try origins.take(members, number: number)
        } catch {
            switch error {
            case .origin: throw .origin(entry: number)
            case .incomplete: throw .incomplete(entry: number)
            }
        }
        do throws(EvidenceGrowth.Contradiction) {
            try evidence.take(members)
        } catch {
            throw .evidence(entry: number)
        }
        return filled
    }

    /// The partial hash tiles at the right edge.
    public var rest: [(tile: Tile, bytes: [UInt8])] { hasher.rest }

    /// Throws unless the entries match the checkpoint and the checkpoint is trusted.
    public func conclude() throws(Fault) {
        guard hasher.head == checkpoint.checkpoint.head else { throw .otherRoot }
        let signers: [NoteVerifierKey]
        do throws(CheckpointError) {
            signers = try checkpoint.signers(among: reached).filter { $0.name.text == checkpoint.checkpoint.origin }
        } catch {
            throw .untrusted(error.description)
        }
        guard !signers.isEmpty else { throw .untrusted("cannot believe a checkpoint of another log than the key") }
        // After a key change, the signer must be the key that it names.
        guard let named = keys.last?.new else { return }
        guard let key = try? NoteVerifierKey(parsing: named), (try? checkpoint.signers(among: [key])) != nil else {
            throw .untrusted("cannot believe the checkpoint, the key that the log names last did not sign it")
        }
    }

    /// The trusted keys and those reached from them.
    private var reached: [NoteVerifierKey] {
        let origin = checkpoint.checkpoint.origin
        return changes.reduce(into: trusted) { reached, change in
            let head = change.checkpoint.head
            guard heads[head.size] == head, change.checkpoint.origin == origin,
                let signers = try? change.signers(among: reached),
                let naming = keys.last(where: { $0.entry <= head.size }),
                signers.contains(where: { $0.description == naming.old && $0.name.text == origin }),
                let key = try? NoteVerifierKey(parsing: naming.new), key.name.text == origin, !reached.contains(key)
            else { return }
            reached.append(key)
        }
    }
}

/// How far entries commit to readings and to the record of access: an entry goes on from the one before.
struct EvidenceGrowth: Sendable {
    /// Why an entry contradicts those before it, or is no such entry.
    struct Contradiction: Error, Sendable, Hashable {}

    private var heads: [String: (number: Int64, hash: String)] = [
        "readings": (0, String(repeating: "0", count: 64)), "accesses": (0, String(repeating: "0", count: 64)),
    ]

    /// Takes the members of the next entry.
    mutating func take(_ members: JSONMembers) throws(Contradiction) {
        guard members["kind"] == .string("evidence-committed") else { return }
        for (name, before) in heads {
            guard case .integer(let number)? = members[name], case .string(let hash)? = members[name + "Hash"],
                hash.utf8.count == 64, Hexadecimal.bytes(of: hash) != nil,
                number > before.number || (number == before.number && hash == before.hash)
            else { throw Contradiction() }
            heads[name] = (number, hash)
        }
    }
}

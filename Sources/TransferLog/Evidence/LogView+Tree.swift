public import LogEntries
public import LogProof
import LogTables
public import Vocabulary

/// The Merkle tree over the entries (RFC 9162): entry n is leaf n - 1.
extension LogView {
    /// The size and root of the tree over the first `size` entries, or over all entries for nil.
    public func treeHead(size: Int64? = nil) throws -> TreeHead {
        let newest = try newestEntry()?.rawValue ?? 0
        return try TreeHead(size: min(size ?? newest, newest)) { try treeNode($0) }
    }

    /// A proof that `entry` is in the tree over the first `size` entries.
    public func inclusionProof(of entry: EntryNumber, size: Int64) throws -> InclusionProof {
        try InclusionProof(ofLeaf: entry.rawValue - 1, treeSize: size) { try treeNode($0) }
    }

    /// A proof that the tree over the first `new` entries extends the one over the first `old`.
    public func consistencyProof(from old: Int64, to new: Int64) throws -> ConsistencyProof {
        try ConsistencyProof(from: old, to: new) { try treeNode($0) }
    }

    /// The bytes of an entry exactly as they were hashed.
    public func body(of number: EntryNumber) throws -> [UInt8] {
        guard let body = try entryTable.body(of: number) else {
            throw TransferLogError.damaged("entry \(number) does not exist")
        }
        return body
    }

    /// The texts of an entry that were not expunged, with the salts that open their commitments.
    public func openings(of number: EntryNumber) throws -> [(field: String, salt: Salt, text: String)] {
        try entryTable.openings(of: number).map { ($0.field, $0.salt, $0.text) }
    }

    /// A stored node of the tree; leaves are stored with their entries, other nodes in a separate table.
    public func treeNode(_ id: TreeNodeID) throws -> TreeHash {
        guard let hash = try entryTable.node(id) else {
            // A node beyond the log was requested before a shorter log was restored; the caller must start again.
            let newest = try newestEntry()?.rawValue ?? 0
            guard id.index < newest >> Int64(id.level) else { throw TransferLogError.busy }
            throw TransferLogError.damaged("node \(id) of the tree is missing")
        }
        return hash
    }
}

import Localization
public import LogEntries
public import LogProof
import LogTables
public import Vocabulary

extension LogView {
    /// The number of the newest entry; nil in an empty log.
    public func newestEntry() throws -> EntryNumber? { try entryTable.newest() }

    /// The entry with this number, which must exist.
    ///
    /// Altered bytes are never returned as an entry.
    public func entry(_ number: EntryNumber) throws -> Entry { try entryTable.entry(number) }

    /// The stored entries, whoever may see them.
    var entryTable: EntryTable { EntryTable(in: db) }

    /// Entries after `number`, oldest first, at most `limit`.
    public func entries(after number: EntryNumber, limit: Int) throws -> [Entry] {
        let rows = try EntryCursor(in: db, after: number)
        var entries: [Entry] = []
        while entries.count < limit, let row = try rows.next() { entries.append(try row.entry()) }
        return entries
    }

    /// The correction that voids entry `number`; nil while it counts.
    public func voiding(of number: EntryNumber) throws -> EntryNumber? {
        try db.first("SELECT by FROM voided WHERE entry = ?", [.integer(number.rawValue)]) { $0.entry(0) }
    }
}

/// The Merkle tree over the entries (RFC 9162): entry n is leaf n - 1.
extension LogView {
    /// The size and root of the tree over the first `size` entries, or over all entries for nil.
    public func treeHead(size: Int64? = nil) throws -> TreeHead {
        let newest = try newestEntry()?.rawValue ?? 0
        return try TreeHead(size: min(size ?? newest, newest)) { try treeNode($0) }
    }

    /// A proof that `entry` is in the tree over the first `size` entries.
    ///
    /// Throws `TreeError` for sizes that are in no tree of the log, and ``TransferLogError/busy`` when a shorter log
    /// was restored meanwhile.
    public func inclusionProof(of entry: EntryNumber, size: Int64) throws -> InclusionProof {
        try InclusionProof(ofLeaf: entry.rawValue - 1, treeSize: size) { try treeNode($0) }
    }

    /// A proof that the tree over the first `new` entries extends the one over the first `old`.
    ///
    /// Throws `TreeError` for sizes that are in no tree of the log, and ``TransferLogError/busy`` when a shorter log
    /// was restored meanwhile.
    public func consistencyProof(from old: Int64, to new: Int64) throws -> ConsistencyProof {
        try ConsistencyProof(from: old, to: new) { try treeNode($0) }
    }

    /// The bytes of an entry exactly as they were hashed.
    public func body(of number: EntryNumber) throws -> [UInt8] {
        guard let body = try entryTable.body(of: number) else {
            throw TransferLogError.damaged(Message("entry \(number, "entry") does not exist"))
        }
        return body
    }

    /// The texts of an entry that were not expunged, with the salts that open their commitments.
    public func openings(of number: EntryNumber) throws -> [(field: String, salt: Salt, text: String)] {
        try entryTable.openings(of: number).map { ($0.field, $0.salt, $0.text) }
    }

    /// A stored node of the tree; leaves are stored with their entries, other nodes in a separate table.
    ///
    /// Throws ``TransferLogError/busy`` when a shorter log was restored meanwhile.
    public func treeNode(_ id: TreeNodeID) throws -> TreeHash {
        guard let hash = try entryTable.node(id) else {
            // A node beyond the log was requested before a shorter log was restored; the caller must start again.
            let newest = try newestEntry()?.rawValue ?? 0
            guard id.index < newest >> Int64(id.level) else { throw TransferLogError.busy }
            throw TransferLogError.damaged(Message("node \(id, "node") of the tree is missing"))
        }
        return hash
    }
}

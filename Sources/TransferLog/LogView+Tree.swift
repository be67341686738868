import GRDB
public import LogEntries
public import LogProof
public import Records

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
        guard let body = try body(number) else { throw TransferLogError.damaged("entry \(number) does not exist") }
        return body
    }

    /// The texts of an entry that were not expunged, with the salts that open their commitments.
    public func openings(of number: EntryNumber) throws -> [(field: String, salt: Salt, text: String)] {
        var openings: [(field: String, salt: Salt, text: String)] = []
        try db.each(
            "SELECT field, salt, text FROM text WHERE entry = ? ORDER BY field",
            .integer(number.rawValue)
        ) { row in
            guard let salt = Salt(row.bytes(1)) else {
                throw TransferLogError.damaged("entry \(number) has a salt of a wrong length")
            }
            openings.append((row.text(0), salt, row.text(2)))
        }
        return openings
    }

    /// A stored node of the tree; leaves are stored with their entries, other nodes in a separate table.
    public func treeNode(_ id: TreeNodeID) throws -> TreeHash {
        let hash: TreeHash?? =
            if id.level == 0 {
                try db.first("SELECT leafHash FROM entry WHERE number = ?", .integer(id.index + 1), value: Self.hash)
            } else {
                try db.first(
                    "SELECT hash FROM node WHERE level = ? AND position = ?",
                    .integer(Int64(id.level)),
                    .integer(id.index),
                    value: Self.hash
                )
            }
        guard let hash = hash ?? nil else {
            // A node beyond the log was requested before a shorter log was restored; the caller must start again.
            let newest = try newestEntry()?.rawValue ?? 0
            guard id.index < newest >> Int64(id.level) else { throw TransferLogError.busy }
            throw TransferLogError.damaged("node \(id) of the tree is missing")
        }
        return hash
    }

    /// Appends the body of `row` to `frontier`, and returns the completed nodes that differ from the stored ones.
    func strays(appending row: EntryRow, to frontier: inout TreeFrontier) throws -> [TreeNodeID] {
        try frontier.append(TreeHash(ofLeaf: row.body)).filter { node in
            try (node.id.level == 0 ? row.leafHash : treeNode(node.id)) != node.hash
        }.map(\.id)
    }

    /// Calls `body` with each entry after `number`.
    ///
    /// Throws at the first entry that does not match its hash, its texts, its number or the tree.
    func eachWitnessed(after number: EntryNumber, _ body: (Entry) throws -> Void) throws {
        var frontier = try TreeFrontier(size: number.rawValue) { try treeNode($0) }
        let rows = try EntryCursor(in: db, after: number)
        while let row = try rows.next() {
            guard row.number.rawValue == frontier.size + 1 else {
                throw TransferLogError.damaged("entry \(frontier.size + 1) is missing")
            }
            let entry = try row.entry()
            if let stray = try strays(appending: row, to: &frontier).first {
                throw TransferLogError.damaged("node \(stray) of the tree does not fit the entries below it")
            }
            try body(entry)
        }
    }

    private static func hash(in row: SQLRow) -> TreeHash? {
        row.withBytes(0) { TreeHash($0) }
    }
}

package import GRDB
package import LogEntries
package import LogProof
package import Vocabulary

/// The entries of a log with their texts, and the tree over them.
package struct EntryTable {
    private let db: Database

    package init(in db: Database) { self.db = db }

    /// The number of the newest entry; nil in an empty log.
    package func newest() throws -> EntryNumber? {
        try db.first("SELECT max(number) FROM entry") { $0.optionalInteger(0) }?.map(EntryNumber.init(rawValue:))
    }

    /// The entry with this number, which must exist.
    ///
    /// Altered bytes are never returned as an entry.
    package func entry(_ number: EntryNumber) throws -> Entry {
        let found = try db.first("SELECT body, leafHash FROM entry WHERE number = ?", [.integer(number.rawValue)]) {
            ($0.bytes(0), $0.withBytes(1) { TreeHash($0) })
        }
        guard let (body, leafHash) = found else { throw LogDamage("entry \(number) does not exist") }
        return try EntryRow(number: number, body: body, leafHash: leafHash, openings: try openings(of: number)).entry()
    }

    /// The bytes of an entry exactly as they were hashed; nil if it does not exist.
    package func body(of number: EntryNumber) throws -> [UInt8]? {
        try db.first("SELECT body FROM entry WHERE number = ?", [.integer(number.rawValue)]) { $0.bytes(0) }
    }

    /// The texts of an entry that were not expunged, with the salts that open their commitments.
    package func openings(of number: EntryNumber) throws -> [EntryRow.Opening] {
        try db.all("SELECT field, salt, text FROM text WHERE entry = ? ORDER BY field", [.integer(number.rawValue)]) {
            row in
            guard let salt = Salt(row.bytes(1)) else { throw LogDamage("entry \(number) has a salt of a wrong length") }
            return EntryRow.Opening(field: row.text(0), salt: salt, text: row.text(2))
        }
    }

    /// A stored node of the tree, or nil if it does not exist.
    ///
    /// Leaves are stored with their entries, other nodes in a separate table.
    package func node(_ id: TreeNodeID) throws -> TreeHash? {
        let hash: TreeHash?? =
            if id.level == 0 {
                try db.first("SELECT leafHash FROM entry WHERE number = ?", [.integer(id.index + 1)], value: Self.hash)
            } else {
                try db.first(
                    "SELECT hash FROM node WHERE level = ? AND position = ?",
                    [.integer(Int64(id.level)), .integer(id.index)],
                    value: Self.hash
                )
            }
        return hash ?? nil
    }

    /// Appends the body of `row` to `frontier`, and returns the completed nodes that differ from the stored ones.
    package func strays(appending row: EntryRow, to frontier: inout TreeFrontier) throws -> [TreeNodeID] {
        try frontier.append(TreeHash(ofLeaf: row.body)).filter { node in
            try (node.id.level == 0 ? row.leafHash : existing(node.id)) != node.hash
        }.map(\.id)
    }

    /// Calls `body` with each entry after `number`.
    ///
    /// Throws at the first entry that does not match its hash, its texts, its number or the tree.
    package func eachWitnessed(after number: EntryNumber, _ body: (Entry) throws -> Void) throws {
        var frontier = try TreeFrontier(size: number.rawValue) { try existing($0) }
        let rows = try EntryCursor(in: db, after: number)
        while let row = try rows.next() {
            guard row.number.rawValue == frontier.size + 1 else {
                throw LogDamage("entry \(frontier.size + 1) is missing")
            }
            let entry = try row.entry()
            if let stray = try strays(appending: row, to: &frontier).first {
                throw LogDamage("node \(stray) of the tree does not fit the entries below it")
            }
            try body(entry)
        }
    }

    private func existing(_ id: TreeNodeID) throws -> TreeHash {
        guard let hash = try node(id) else { throw LogDamage("node \(id) of the tree is missing") }
        return hash
    }

    private static func hash(in row: SQLRow) -> TreeHash? { row.withBytes(0) { TreeHash($0) } }
}

import GRDB
import LogProof
public import Records

extension LogView {
    /// The number of the newest entry; nil in an empty log.
    public func newestEntry() throws -> EntryNumber? {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(number) FROM entry")).map(EntryNumber.init(rawValue:))
    }

    /// The entry with this number, which must exist.
    ///
    /// Bytes that are not those that were written are never told as what happened.
    public func entry(_ number: EntryNumber) throws -> Entry {
        let body = try body(of: number)
        guard try treeNode(TreeNodeID(level: 0, index: number.rawValue - 1)) == TreeHash(ofLeaf: body) else {
            throw TransferLogError.damaged("entry \(number) is not what was written: its bytes do not fit their hash")
        }
        return try StoredEntry.entry(body: body, texts: try texts(of: number))
    }

    func body(_ number: EntryNumber) throws -> [UInt8]? {
        try [UInt8].fetchBlob(
            db.cachedStatement(sql: "SELECT body FROM entry WHERE number = ?"),
            arguments: [number.rawValue]
        )
    }

    /// Entries after `number`, oldest first, `limit` at most.
    public func entries(after number: EntryNumber, limit: Int) throws -> [Entry] {
        let numbers = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT number FROM entry WHERE number > ? ORDER BY number LIMIT ?"),
            arguments: [number.rawValue, limit]
        )
        return try numbers.map { try entry(EntryNumber(rawValue: $0)) }
    }

    /// The correction by which entry `number` does not count any more; nil while it counts.
    public func voiding(of number: EntryNumber) throws -> EntryNumber? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT by FROM voided WHERE entry = ?"),
            arguments: [number.rawValue]
        ).map(EntryNumber.init(rawValue:))
    }

    private func texts(of entry: EntryNumber) throws -> [TextField: String] {
        var texts: [TextField: String] = [:]
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT field, text FROM text WHERE entry = ?"),
            arguments: [entry.rawValue]
        )
        while let row = try rows.next() {
            if let field = TextField(rawValue: row[0]) { texts[field] = row[1] }
        }
        return texts
    }
}

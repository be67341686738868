import GRDB
import LogEntries
import LogProof
public import Records

extension LogView {
    /// The number of the newest entry; nil in an empty log.
    public func newestEntry() throws -> EntryNumber? {
        try db.first("SELECT max(number) FROM entry") { $0.optionalInteger(0) }?.map(EntryNumber.init(rawValue:))
    }

    /// The entry with this number, which must exist.
    ///
    /// Altered bytes are never returned as an entry.
    public func entry(_ number: EntryNumber) throws -> Entry {
        let found = try db.first("SELECT body, leafHash FROM entry WHERE number = ?", .integer(number.rawValue)) {
            ($0.bytes(0), $0.withBytes(1) { TreeHash($0) })
        }
        guard let (body, leafHash) = found else {
            throw TransferLogError.damaged("entry \(number) does not exist")
        }
        let openings = try openings(of: number).map { EntryRow.Opening(field: $0.field, salt: $0.salt, text: $0.text) }
        return try EntryRow(number: number, body: body, leafHash: leafHash, openings: openings).entry()
    }

    func body(_ number: EntryNumber) throws -> [UInt8]? {
        try db.first("SELECT body FROM entry WHERE number = ?", .integer(number.rawValue)) { $0.bytes(0) }
    }

    /// Entries after `number`, oldest first, at most `limit`.
    public func entries(after number: EntryNumber, limit: Int) throws -> [Entry] {
        let rows = try EntryCursor(in: db, after: number)
        var entries: [Entry] = []
        while entries.count < limit, let row = try rows.next() { entries.append(try row.entry()) }
        return entries
    }

    /// The correction that voids entry `number`; nil while it counts.
    public func voiding(of number: EntryNumber) throws -> EntryNumber? {
        try db.first("SELECT by FROM voided WHERE entry = ?", .integer(number.rawValue)) {
            EntryNumber(rawValue: $0.integer(0))
        }
    }
}

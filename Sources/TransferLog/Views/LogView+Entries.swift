import GRDB
import LogEntries
import LogTables
public import Vocabulary

extension LogView {
    /// The number of the newest entry; nil in an empty log.
    public func newestEntry() throws -> EntryNumber? {
        try entryTable.newest()
    }

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
        try db.first("SELECT by FROM voided WHERE entry = ?", .integer(number.rawValue)) {
            EntryNumber(rawValue: $0.integer(0))
        }
    }
}

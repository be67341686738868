import FoundationEssentials
import GRDB
import LogTables
public import Records

extension LogTransaction {
    /// The stored result of the request with this key; nil for a new request.
    ///
    /// Throws ``TransferLogError/keyReused(_:)`` when the key belongs to another request.
    public func result(of key: RequestKey) throws -> RequestResult? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT fingerprint, firstEntry, lastEntry, reading FROM request WHERE principal = ? AND key = ?
                    """
            ),
            arguments: [key.principal.description, key.text]
        )
        guard let row else { return nil }
        guard Array(row[0] as Data) == key.fingerprint else { throw TransferLogError.keyReused(key.text) }
        var entries: ClosedRange<EntryNumber>?
        if let first = row[1] as Int64?, let last = row[2] as Int64?, first <= last {
            entries = EntryNumber(rawValue: first)...EntryNumber(rawValue: last)
        }
        return RequestResult(entries: entries, reading: (row[3] as Int64?).map(ReadingNumber.init(rawValue:)))
    }

    /// Stores the result of the request with this key.
    ///
    /// An expungement of one of `records`, or of a record that the entries are about, forgets the key.
    public func remember(_ result: RequestResult, of key: RequestKey, about records: [RecordID] = []) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO request (principal, key, fingerprint, firstEntry, lastEntry, reading)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                key.principal.description, key.text, key.fingerprint.blob, result.entries?.lowerBound.rawValue,
                result.entries?.upperBound.rawValue, result.reading?.rawValue,
            ]
        )
        for record in Set(records) {
            try db.run(
                "INSERT INTO requestRecord (principal, key, record) VALUES (?, ?, ?)",
                .text(key.principal.description),
                .text(key.text),
                .integer(record.rawValue)
            )
        }
    }

    /// The entries that this transaction has appended so far.
    public var appendedEntries: ClosedRange<EntryNumber>? {
        guard let first = appended.first, let last = appended.last else { return nil }
        return first.number...last.number
    }
}

import FoundationEssentials
import GRDB
import LogTables
public import Vocabulary

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
    /// An expungement of one of `records`, or of an entity that the entries are about, forgets the key.
    public func remember(_ result: RequestResult, of key: RequestKey, about entities: [EntityID] = []) throws {
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
        for entity in Set(entities) {
            try db.run(
                "INSERT INTO requestRecord (principal, key, record) VALUES (?, ?, ?)",
                .text(key.principal.description),
                .text(key.text),
                .integer(entity.rawValue)
            )
        }
    }

    /// The entries that this transaction has appended so far.
    public var appendedEntries: ClosedRange<EntryNumber>? {
        guard let first = appended.first, let last = appended.last else { return nil }
        return first.number...last.number
    }
}

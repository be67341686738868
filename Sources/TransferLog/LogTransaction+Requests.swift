import FoundationEssentials
import GRDB
public import Records

extension LogTransaction {
    /// What the request with this key led to before; nil when it is new.
    ///
    /// The same key with another request is refused with ``TransferLogError/keyReused(_:)``.
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

    /// Keeps what the request with this key led to.
    public func remember(_ result: RequestResult, of key: RequestKey) throws {
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
    }

    /// The entries that this change appended so far.
    public var appendedEntries: ClosedRange<EntryNumber>? {
        guard let first = appended.first, let last = appended.last else { return nil }
        return first.number...last.number
    }
}

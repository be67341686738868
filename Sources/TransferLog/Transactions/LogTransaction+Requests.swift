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

extension LogTransaction {
    /// Records that the request with this key begins, and returns what was known about it.
    ///
    /// An expungement of one of `records` forgets the key. Throws ``TransferLogError/keyReused(_:)`` when the key
    /// belongs to another request.
    public func begin(_ key: RequestKey, about entities: [EntityID] = []) throws -> RequestProgress {
        if try result(of: key) != nil {
            return try view.response(of: key).map { RequestProgress.ended($0) } ?? .begun
        }
        try remember(RequestResult(entries: nil), of: key, about: entities)
        try db.run(
            "INSERT INTO response (principal, key, begunAt) VALUES (?, ?, ?)",
            .text(key.principal.description),
            .text(key.text),
            .integer(now.microseconds)
        )
        return .new
    }

    /// Stores the response to the request with this key, whether or not its beginning was recorded in this log.
    public func store(_ response: StoredResponse, of key: RequestKey) throws {
        if try result(of: key) == nil { try remember(RequestResult(entries: nil), of: key) }
        let body = response.body.flatMap { $0.count <= StoredResponse.longest ? $0 : nil }
        try db.run(
            """
            INSERT INTO response (principal, key, begunAt, status, body) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET status = excluded.status, body = excluded.body
            """,
            .text(key.principal.description),
            .text(key.text),
            .integer(now.microseconds),
            .integer(Int64(response.status)),
            body.map { .blob($0) } ?? .null
        )
    }

    /// Forgets a request that had no effect, so that its key can be used again.
    public func forget(_ key: RequestKey) throws {
        try db.run(
            "DELETE FROM request WHERE principal = ? AND key = ?",
            .text(key.principal.description),
            .text(key.text)
        )
    }
}

extension LogView {
    /// The stored response to the request with this key; nil when there is none.
    public func response(of key: RequestKey) throws -> StoredResponse? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT status, body, fingerprint FROM response NATURAL JOIN request
                    WHERE principal = ? AND key = ? AND status IS NOT NULL
                    """
            ),
            arguments: [key.principal.description, key.text]
        )
        guard let row else { return nil }
        guard Array(row[2] as Data) == key.fingerprint else { throw TransferLogError.keyReused(key.text) }
        return StoredResponse(status: row[0], body: (row[1] as Data?).map { Array($0) })
    }
}

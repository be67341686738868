import FoundationEssentials
import GRDB
import LogTables
public import Vocabulary

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

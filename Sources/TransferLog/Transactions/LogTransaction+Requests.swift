import LogTables
public import Vocabulary

extension LogTransaction {
    /// The stored result of the request with this key; nil for a new request.
    ///
    /// Throws ``TransferLogError/keyReused(_:)`` when the key belongs to another request.
    public func result(of key: RequestKey) throws -> RequestResult? {
        let query = "SELECT fingerprint, firstEntry, lastEntry, reading FROM request WHERE principal = ? AND key = ?"
        return try db.first(query, key.values) { row in
            guard row.bytes(0) == key.fingerprint else { throw TransferLogError.keyReused(key.text) }
            return RequestResult(
                entries: row.entries(1, 2),
                reading: row.optionalInteger(3).map(ReadingNumber.init(rawValue:))
            )
        }
    }

    /// Stores the result of the request with this key.
    ///
    /// An expungement of one of `records`, or of an entity that the entries are about, forgets the key.
    public func remember(_ result: RequestResult, of key: RequestKey, about entities: [EntityID] = []) throws {
        try db.run(
            """
            INSERT INTO request (principal, key, fingerprint, firstEntry, lastEntry, reading)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            key.values + [
                .blob(key.fingerprint), SQLValue(result.entries?.lowerBound.rawValue),
                SQLValue(result.entries?.upperBound.rawValue), SQLValue(result.reading?.rawValue),
            ]
        )
        for entity in Set(entities) {
            let naming = "INSERT INTO requestRecord (principal, key, record) VALUES (?, ?, ?)"
            try db.run(naming, key.values + [.integer(entity.rawValue)])
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
            guard let response = try view.response(of: key) else { return .begun }
            return try view.hides(entitiesOf: key) ? .concealed : .ended(response)
        }
        try remember(RequestResult(entries: nil), of: key, about: entities)
        try db.run(
            "INSERT INTO response (principal, key, begunAt) VALUES (?, ?, ?)",
            key.values + [.integer(now.microseconds)]
        )
        return .new
    }

    /// Stores the response to the request with this key, whether or not its beginning was recorded in this log.
    ///
    /// Throws ``TransferLogError/keyReused(_:)`` when the key belongs to another request.
    public func store(_ response: StoredResponse, of key: RequestKey) throws {
        if try result(of: key) == nil { try remember(RequestResult(entries: nil), of: key) }
        let body = response.body.flatMap { $0.count <= StoredResponse.longest ? $0 : nil }
        try db.run(
            """
            INSERT INTO response (principal, key, begunAt, status, body) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET status = excluded.status, body = excluded.body
            """,
            key.values + [
                .integer(now.microseconds), .integer(Int64(response.status)), body.map { .blob($0) } ?? .null,
            ]
        )
    }

    /// Forgets a request that had no effect, so that its key can be used again.
    public func forget(_ key: RequestKey) throws {
        try db.run("DELETE FROM request WHERE principal = ? AND key = ?", key.values)
    }
}

extension LogView {
    /// Whether the request with this key is about an entity that is concealed from the caller.
    func hides(entitiesOf key: RequestKey) throws -> Bool {
        let query = "SELECT record FROM requestRecord WHERE principal = ? AND key = ?"
        return try db.all(query, key.values) { EntityID(rawValue: $0.integer(0)) }.contains(where: hides)
    }

    /// The stored response to the request with this key; nil when there is none.
    ///
    /// Throws ``TransferLogError/keyReused(_:)`` when the key belongs to another request.
    public func response(of key: RequestKey) throws -> StoredResponse? {
        let query = """
            SELECT status, body, fingerprint FROM response NATURAL JOIN request
            WHERE principal = ? AND key = ? AND status IS NOT NULL
            """
        return try db.first(query, key.values) { row in
            guard row.bytes(2) == key.fingerprint else { throw TransferLogError.keyReused(key.text) }
            return StoredResponse(status: Int(row.integer(0)), body: row.isNull(1) ? nil : row.bytes(1))
        }
    }
}

extension RequestKey {
    /// The columns `principal` and `key`.
    fileprivate var values: [SQLValue] { [.text(principal.description), .text(text)] }
}

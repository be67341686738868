package import GRDB
import GRDBSQLite

/// Runs statements directly through SQLite's interface, for the work done with every entry.
///
/// GRDB's general interface notifies observers, which are not used here, and takes several times as long.
extension Statement {
    /// The current row.
    package var row: SQLRow { SQLRow(of: sqliteStatement) }

    /// Runs a statement that returns no rows.
    package func run(_ values: [SQLValue]) throws {
        defer { sqlite3_reset(sqliteStatement) }
        try bind(values)
        while try step() {}
    }

    /// Returns the result of `value` for the first row; nil when there is none.
    package func first<Value>(_ values: [SQLValue], _ value: (SQLRow) throws -> Value) throws -> Value? {
        defer { sqlite3_reset(sqliteStatement) }
        try bind(values)
        return try step() ? try value(row) : nil
    }

    /// Calls `body` for every row.
    package func each(_ values: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        defer { sqlite3_reset(sqliteStatement) }
        try bind(values)
        while try step() { try body(row) }
    }

    /// Resets the statement and binds its parameters in order.
    package func bind(_ values: [SQLValue]) throws {
        sqlite3_reset(sqliteStatement)
        for (index, value) in values.enumerated() {
            let code = Self.bind(value, to: sqliteStatement, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw failure(code) }
        }
    }

    /// Advances to the next row; returns false at the end.
    package func step() throws -> Bool {
        switch sqlite3_step(sqliteStatement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw failure(code)
        }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        let message = sqlite3_db_handle(sqliteStatement).flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: sql)
    }

    /// SQLite copies the values, so they need not outlive the call.
    private static func bind(_ value: SQLValue, to statement: OpaquePointer, at index: Int32) -> Int32 {
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: return sqlite3_bind_null(statement, index)
        case .integer(let integer): return sqlite3_bind_int64(statement, index, integer)
        case .text(""): return sqlite3_bind_text(statement, index, "", 0, copied)
        case .text(var text):
            return text.withUTF8 { utf8 in
                utf8.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, index, $0.baseAddress, Int32($0.count), copied)
                }
            }
        case .blob([]): return sqlite3_bind_zeroblob(statement, index, 0)
        case .blob(let bytes):
            return bytes.withUnsafeBytes {
                sqlite3_bind_blob(statement, index, $0.baseAddress, Int32($0.count), copied)
            }
        }
    }
}

extension Database {
    /// Runs a statement that returns no rows; it is kept in the statement cache.
    package func run(_ sql: String, _ values: [SQLValue] = []) throws { try cachedStatement(sql: sql).run(values) }

    /// Returns the result of `value` for the first row; nil when there is none.
    package func first<Value>(
        _ sql: String,
        _ values: [SQLValue] = [],
        value: (SQLRow) throws -> Value
    ) throws -> Value? {
        try cachedStatement(sql: sql).first(values, value)
    }

    /// Returns the results of `value` for all rows; `value` must not run the same statement.
    package func all<Value>(
        _ sql: String,
        _ values: [SQLValue] = [],
        value: (SQLRow) throws -> Value
    ) throws -> [Value] {
        var found: [Value] = []
        try cachedStatement(sql: sql).each(values) { found.append(try value($0)) }
        return found
    }

    /// Calls `body` for every row; `body` must not run the same statement.
    package func each(_ sql: String, _ values: [SQLValue] = [], body: (SQLRow) throws -> Void) throws {
        try cachedStatement(sql: sql).each(values, body)
    }
}

import GRDBSQLite

/// A value bound to a statement parameter.
package enum SQLValue: Sendable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    package init(_ integer: Int64?) { self = integer.map { .integer($0) } ?? .null }

    package init(_ text: String?) { self = text.map { .text($0) } ?? .null }

    package init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }
}

/// The current row of a statement; valid until the statement's next step.
///
/// SQLite converts a column of another type; this does not occur, because the tables are strict.
package struct SQLRow {
    private let statement: OpaquePointer

    init(of statement: OpaquePointer) { self.statement = statement }

    package var columnCount: Int32 { sqlite3_column_count(statement) }

    package func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    package func isNull(_ column: Int32) -> Bool { type(column) == SQLITE_NULL }

    package func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

    /// Invalid UTF-8 is repaired; the text then no longer matches its hash.
    package func text(_ column: Int32) -> String {
        let start = UnsafeRawPointer(sqlite3_column_text(statement, column))
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count), as: UTF8.self)
    }

    package func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    package func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { [UInt8]($0) } }

    package func withBytes<Result>(
        _ column: Int32,
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        // Get the pointer before the length, because getting it may convert the value.
        let start = sqlite3_column_blob(statement, column)
        let count = Int(sqlite3_column_bytes(statement, column))
        return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    /// SQLite's type code of the value in `column`.
    package func type(_ column: Int32) -> Int32 { sqlite3_column_type(statement, column) }
}

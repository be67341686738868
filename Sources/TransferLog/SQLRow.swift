import GRDBSQLite

/// The row at which a statement stands; it is lent until the statement takes its next step.
///
/// A column of another type is converted as SQLite does it: the tables are strict, and do not hold one.
struct SQLRow {
    private let statement: OpaquePointer

    init(of statement: OpaquePointer) { self.statement = statement }

    var columnCount: Int32 { sqlite3_column_count(statement) }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    func optionalInteger(_ column: Int32) -> Int64? {
        sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : integer(column)
    }

    /// A text that is not UTF-8 is mended: it fits no hash any more.
    func text(_ column: Int32) -> String {
        let start = UnsafeRawPointer(sqlite3_column_text(statement, column))
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count), as: UTF8.self)
    }

    func optionalText(_ column: Int32) -> String? {
        sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : text(column)
    }

    func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { [UInt8]($0) } }

    func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        // The pointer before the length: asking for it may convert the value.
        let start = sqlite3_column_blob(statement, column)
        let count = Int(sqlite3_column_bytes(statement, column))
        return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    /// SQLite's number for the type that stands in `column`.
    func type(_ column: Int32) -> Int32 { sqlite3_column_type(statement, column) }
}

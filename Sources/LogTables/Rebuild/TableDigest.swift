import Crypto
package import GRDB
import GRDBSQLite

/// A hash of all columns of the derived tables, for comparing two states.
package struct TableDigest: Sendable, Hashable {
    /// SHA-256 by table.
    package let hashes: [String: [UInt8]]

    package init(of db: Database) throws {
        var hashes: [String: [UInt8]] = [:]
        for table in TableSets.derived { hashes[table] = try Self.hash(of: table, in: db) }
        self.hashes = hashes
    }

    /// The tables in which the two differ.
    package func differences(from other: TableDigest) -> [String] {
        TableSets.derived.filter { hashes[$0] != other.hashes[$0] }.sorted()
    }

    /// Hashes the rows in the order of their key, each value with its type and its length.
    private static func hash(of table: String, in db: Database) throws -> [UInt8] {
        var all: [(name: String, place: Int64)] = []
        // The names come from the schema, which verification compares with the expected one.
        try db.each("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", [.text(table)]) { row in
            all.append((row.text(0), row.integer(1)))
        }
        let columns = all.map(\.name).joined(separator: ", ")
        let key = all.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name).joined(separator: ", ")
        var hash = SHA256()
        var bytes: [UInt8] = []
        try db.makeStatement(sql: "SELECT \(columns) FROM \(table) ORDER BY \(key)").each([]) { row in
            for column in 0..<row.columnCount { append(column, of: row, to: &bytes) }
            if bytes.count > 65_536 {
                hash.update(data: bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        hash.update(data: bytes)
        return Array(hash.finalize())
    }

    private static func append(_ column: Int32, of row: SQLRow, to bytes: inout [UInt8]) {
        let type = row.type(column)
        bytes.append(UInt8(truncatingIfNeeded: type))
        if type == SQLITE_INTEGER {
            withUnsafeBytes(of: row.integer(column).littleEndian) { bytes.append(contentsOf: $0) }
        } else {
            row.withBytes(column) { value in
                withUnsafeBytes(of: UInt64(value.count).littleEndian) { bytes.append(contentsOf: $0) }
                bytes.append(contentsOf: value)
            }
        }
    }
}

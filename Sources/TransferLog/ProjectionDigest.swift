import Crypto
import FoundationEssentials
import GRDB

/// A hash of everything that stands in the projections, for comparing two states of them.
struct ProjectionDigest: Sendable, Hashable {
    /// Hexadecimal SHA-256 by table.
    let hashes: [String: String]

    init(of db: Database) throws {
        var hashes: [String: String] = [:]
        for table in LogRebuild.tables { hashes[table] = try Self.hash(of: table, in: db) }
        self.hashes = hashes
    }

    /// Tables in which the two differ.
    func differences(from other: ProjectionDigest) -> [String] {
        LogRebuild.tables.filter { hashes[$0] != other.hashes[$0] }.sorted()
    }

    private static func hash(of table: String, in db: Database) throws -> String {
        var hash = SHA256()
        let columns = try db.columns(in: table).map(\.name).joined(separator: ", ")
        // Every value as SQLite quotes it, so that types count too.
        let quoted = try db.columns(in: table).map { "quote(\($0.name))" }.joined(separator: " || ',' || ")
        let rows = try String.fetchCursor(db, sql: "SELECT \(quoted) FROM \(table) ORDER BY \(columns)")
        while let row = try rows.next() {
            hash.update(data: Data(row.utf8))
            hash.update(data: [10] as [UInt8])
        }
        return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

package import GRDB
import LogEntries
import Vocabulary

/// Rebuilds the derived tables from the entries.
package enum LogRebuild {
    /// Clears the derived tables in `db` and replays all entries of `db` into them, in one transaction.
    ///
    /// `report` is called with the number of entries replayed, and of all. Throws ``LogDamage`` when the entries do not
    /// determine the tables, and the errors of the database.
    package static func run(in db: Database, report: (Int64, Int64?) -> Void) throws {
        // With foreign keys enabled, each deleted row would be looked up in every table that may refer to it.
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
        try db.inTransaction(.immediate) {
            let definitions = try TableSets.lateIndexes.map { try definition(of: $0, in: db) }
            for index in TableSets.lateIndexes { try db.execute(sql: "DROP INDEX \(index)") }
            for table in TableSets.derived.reversed() { try db.execute(sql: "DELETE FROM \(table)") }
            let log = EntryTable(in: db)
            let total = try log.newest()?.rawValue
            // Tables derived from altered entries would only hide the alteration.
            try log.eachWitnessed(after: EntryNumber(rawValue: 0)) { entry in
                report(entry.number.rawValue, total)
                try TableSets.replay(entry, in: db, of: log)
            }
            for definition in definitions { try db.execute(sql: definition) }
            try TableSets.complete(in: db)
            for table in TableSets.derived.reversed() { try checkReferences(of: table, in: db) }
            return .commit
        }
    }

    /// An empty temporary database for the derived tables of another one; no other process can open it.
    ///
    /// Throws the errors of the database.
    package static func scratch() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let scratch = try DatabaseQueue(path: "", configuration: configuration)
        try Schema.migrator.migrate(scratch)
        try scratch.inDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA cache_size = -16384")
            for index in TableSets.lateIndexes { try db.execute(sql: "DROP INDEX \(index)") }
        }
        return scratch
    }

    private static func definition(of index: String, in db: Database) throws -> String {
        let name = SQLValue.text(index)
        guard let sql = try db.first("SELECT sql FROM sqlite_schema WHERE name = ?", [name], value: { $0.text(0) })
        else { throw LogDamage("the index \(index) is missing") }
        return sql
    }

    private static func checkReferences(of table: String, in db: Database) throws {
        guard try Row.fetchOne(db, sql: "PRAGMA foreign_key_check(\(table))") == nil else {
            throw LogDamage("the entries name things in the table \(table) that none of them registered")
        }
    }
}

import GRDB
import Records

/// Rebuilds the derived tables from the entries.
enum LogRebuild {
    /// The derived tables.
    static let tables = [
        "concealment", "restriction", "documentMove", "entryParty", "document", "history", "voided", "loan", "transit",
        "condition", "hold",
        "sighting", "placement", "pullLine", "pullList", "minted", "barcode", "record", "recordCount", "printedLabel",
        "usage", "supplyMark", "supply", "clockStep", "committedEvidence",
    ]

    /// Indexes not used during a replay; they are created in one pass at the end.
    private static let indexes = [
        "recordByType", "recordByParent", "placementByPlace", "historyByPlace", "documentByRecord",
        "documentByContent", "documentByScanner", "documentMoveByDocument", "loanByCustodian", "loanByDue",
        "transitBySince", "holdByRecord",
        "printedLabelPending", "pullLineByList", "pullLineOpen", "loanByCustodianDue",
    ]

    /// Clears the derived tables in `db` and replays all entries of `db` into them, in one transaction.
    static func run(in db: Database, meter: WorkMeter?) throws {
        // With foreign keys enabled, each deleted row would be looked up in every table that may refer to it.
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
        try db.inTransaction(.immediate) {
            let definitions = try indexes.map { try definition(of: $0, in: db) }
            for index in indexes { try db.execute(sql: "DROP INDEX \(index)") }
            for table in tables { try db.execute(sql: "DELETE FROM \(table)") }
            let view = LogView(db: db)
            let total = try view.newestEntry()?.rawValue
            // Tables derived from altered entries would only hide the alteration.
            try view.eachWitnessed(after: EntryNumber(rawValue: 0)) { entry in
                meter?.report(.replaying, done: entry.number.rawValue, of: total)
                try Projections.apply(entry, in: db, of: view)
            }
            for definition in definitions { try db.execute(sql: definition) }
            try Concealment.derive(in: db)
            if try SearchedTitles.firstStray(in: db) != nil { try SearchedTitles.forget(in: db) }
            for table in tables { try checkReferences(of: table, in: db) }
            return .commit
        }
    }

    /// An empty temporary database for the derived tables of another one; no other process can open it.
    static func scratch() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let scratch = try DatabaseQueue(path: "", configuration: configuration)
        try Schema.migrator.migrate(scratch)
        try scratch.inDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA cache_size = -16384")
            for index in indexes { try db.execute(sql: "DROP INDEX \(index)") }
        }
        return scratch
    }

    private static func definition(of index: String, in db: Database) throws -> String {
        let name = SQLValue.text(index)
        guard let sql = try db.first("SELECT sql FROM sqlite_schema WHERE name = ?", name, value: { $0.text(0) }) else {
            throw TransferLogError.damaged("the index \(index) is missing")
        }
        return sql
    }

    private static func checkReferences(of table: String, in db: Database) throws {
        guard try Row.fetchOne(db, sql: "PRAGMA foreign_key_check(\(table))") == nil else {
            throw TransferLogError.damaged("the entries name things in the table \(table) that none of them registered")
        }
    }
}

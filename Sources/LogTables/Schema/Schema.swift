package import GRDB

/// The tables of the transfer log.
///
/// A landed migration is never changed and uses no type of the program, because its result must stay the same. CHECK
/// constraints are written with OR, because for a longer IN list SQLite builds a temporary table for every row.
package enum Schema {
    /// The application ID "OUTG", which identifies the file for `file(1)` and for Outguide itself.
    package static let applicationID: Int32 = 0x4F55_5447

    /// The table with the metadata of a backup, which only backups have.
    package static let backupStamp = "backup"

    package static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { db in
            try db.execute(sql: "PRAGMA application_id = 1330992199")
            try db.execute(sql: truth)
            try db.execute(sql: projections)
        }
        // Immediate checks, because deferred checks would verify every reference, which takes many minutes in a large
        // log.
        migrator.registerMigration("v2", foreignKeyChecks: .immediate) { db in try db.execute(sql: origins) }
        migrator.registerMigration("v3", foreignKeyChecks: .immediate) { db in try db.execute(sql: shortcuts) }
        migrator.registerMigration("v4", foreignKeyChecks: .immediate) { db in try db.execute(sql: documents) }
        migrator.registerMigration("v5", foreignKeyChecks: .immediate) { db in try db.execute(sql: search) }
        migrator.registerMigration("v6", foreignKeyChecks: .immediate) { db in try db.execute(sql: circulation) }
        migrator.registerMigration("v7", foreignKeyChecks: .immediate) { db in try db.execute(sql: printing) }
        migrator.registerMigration("v8", foreignKeyChecks: .immediate) { db in try db.execute(sql: access) }
        migrator.registerMigration("v9", foreignKeyChecks: .immediate) { db in try db.execute(sql: pullLists) }
        migrator.registerMigration("v10", foreignKeyChecks: .immediate) { db in
            for statements in [printFields, uploads, recognition, concealment, dropFolders, documentMoves] {
                try db.execute(sql: statements)
            }
        }
        migrator.registerMigration("v11", foreignKeyChecks: .immediate) { db in
            for statements in [printJobs, entriesOfLog] { try db.execute(sql: statements) }
        }
        migrator.registerMigration("v12", foreignKeyChecks: .immediate) { db in
            for statements in [printCircumstances] { try db.execute(sql: statements) }
        }
        migrator.registerMigration("v13", foreignKeyChecks: .immediate) { db in try db.execute(sql: evidence) }
        migrator.registerMigration("v14", foreignKeyChecks: .immediate) { db in try db.execute(sql: responses) }
        return migrator
    }

    /// The tables, indexes and triggers in `db` that differ from the result of its migrations; empty when there are
    /// none.
    ///
    /// The owner of the file could drop the triggers that protect entries from changes; this detects it.
    package static func differences(in db: Database) throws -> [String] {
        let found = try statements(in: db)
        let applied = try applied(in: db)
        guard let last = migrator.migrations.last(where: applied.contains) else { return ["it has no migration"] }
        let scratch = try DatabaseQueue()
        try migrator.migrate(scratch, upTo: last)
        let made = try scratch.read(statements)
        return Set(found.keys).union(made.keys).filter { found[$0] != made[$0] }.sorted()
    }

    /// Whether all migrations were applied to `db`.
    package static func isUpToDate(_ db: Database) throws -> Bool {
        try applied(in: db).isSuperset(of: migrator.migrations)
    }

    /// Whether a newer version applied migrations to `db` that this version does not know.
    package static func isSuperseded(_ db: Database) throws -> Bool {
        try !applied(in: db).isSubset(of: migrator.migrations)
    }

    /// The migrations applied to `db`.
    ///
    /// Does not use GRDB's schema queries, which fail on a damaged schema.
    private static func applied(in db: Database) throws -> Set<String> {
        let question = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'grdb_migrations'"
        guard try db.first(question, value: { $0.integer(0) }) == 1 else { return [] }
        var applied: Set<String> = []
        try db.each("SELECT identifier FROM grdb_migrations") { applied.insert($0.text(0)) }
        return applied
    }

    /// The SQL statement of each table, index and trigger, by name.
    private static func statements(in db: Database) throws -> [String: String] {
        var statements: [String: String] = [:]
        // SQLite's own tables below the search table may differ between versions of SQLite.
        try db.each(
            """
            SELECT type || ' ' || name, sql FROM sqlite_schema
            WHERE sql IS NOT NULL AND name <> ? AND NOT (type = 'table' AND name GLOB 'searchText_*')
            """,
            [.text(backupStamp)]
        ) { statements[$0.text(0)] = $0.text(1) }
        return statements
    }
}

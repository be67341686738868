import GRDB
import LogTables
import Testing

/// The list of table sets and the schema agree, so that a new table is rebuilt and verified or was left out on purpose.
@Suite struct TableSetTests {
    private static func withSchema<Answer>(_ body: (Database) throws -> Answer) throws -> Answer {
        let queue = try DatabaseQueue()
        try Schema.migrator.migrate(queue)
        return try queue.read(body)
    }

    @Test func everyTableIsInOneSetOrBelongsToTheLogItself() throws {
        let tables = try Self.withSchema { db in
            // FTS5 keeps the search table in tables of its own.
            try String.fetchSet(
                db,
                sql: """
                    SELECT name FROM sqlite_schema
                    WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'searchText_*'
                    """
            )
        }
        let listed = TableSets.all.flatMap { $0.derived + $0.stored } + TableSets.core
        #expect(tables.subtracting(listed) == [], "in no set and not in TableSets.core")
        #expect(Set(listed).subtracting(tables) == [], "not in the schema")
        #expect(listed.count == Set(listed).count, "in two sets: \(listed.sorted())")
    }

    /// A rebuild empties the tables in the reverse order.
    @Test func aDerivedTableComesAfterThoseToWhichItRefers() throws {
        try Self.withSchema { db in
            for (index, table) in TableSets.derived.enumerated() {
                let targets = try String.fetchSet(
                    db,
                    sql: #"SELECT "table" FROM pragma_foreign_key_list(?)"#,
                    arguments: [table]
                )
                let later = targets.intersection(TableSets.derived[(index + 1)...])
                #expect(later == [], "\(table) refers to tables after it")
            }
        }
    }

    @Test func lateIndexesAreOfDerivedTablesOfTheirSet() throws {
        try Self.withSchema { db in
            for set in TableSets.all {
                for index in set.lateIndexes {
                    let table = try String.fetchOne(
                        db,
                        sql: "SELECT tbl_name FROM sqlite_schema WHERE type = 'index' AND name = ?",
                        arguments: [index]
                    )
                    #expect(set.derived.contains(table ?? ""), "\(index) in \(set)")
                }
            }
        }
    }
}

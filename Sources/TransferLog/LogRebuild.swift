import GRDB
import Records

/// Makes the projections anew from the entries alone.
enum LogRebuild {
    /// The tables that follow from the entries, those that refer to others first.
    static let tables = ["history", "voided", "placement", "minted", "barcode", "record"]

    /// Empties the projections in `db` and replays every entry of `db` into them.
    static func run(in db: Database) throws {
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        for table in tables { try db.execute(sql: "DELETE FROM \(table)") }
        try replay(from: db, into: db)
    }

    /// Applies every entry of `source` to the projections of `target`.
    static func replay(from source: Database, into target: Database) throws {
        let view = LogView(db: source)
        var last = EntryNumber(rawValue: 0)
        while true {
            let entries = try view.entries(after: last, limit: 1_000)
            for entry in entries { try Projections.apply(entry, in: target, of: view) }
            guard let newest = entries.last else { return }
            last = newest.number
        }
    }
}

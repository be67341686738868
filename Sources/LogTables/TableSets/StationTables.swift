package import GRDB
package import Vocabulary

/// What counts found, and the unfinished work of stations.
package enum StationTables: TableSet {
    package static let derived = ["sighting"]
    package static let stored = ["session", "stationReading", "stationCount"]

    package static func apply(_ entry: Entry, in db: Database, of log: EntryTable) throws {
        guard case .counted(let count) = entry.fact else { return }
        for entity in count.present {
            try db.run(
                """
                INSERT INTO sighting (record, entry, seenAt) VALUES (?, ?, ?)
                ON CONFLICT (record) DO UPDATE SET entry = excluded.entry, seenAt = excluded.seenAt
                """,
                [.integer(entity.rawValue), .integer(entry.number.rawValue), .integer(entry.occurredAt.microseconds)]
            )
        }
    }
}

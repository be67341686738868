package import GRDB
package import Vocabulary

/// The current placement of each entity, and the steps back of the clock, which order back-dated moves.
package enum CustodyTables: TableSet {
    package static let derived = ["placement", "clockStep"]
    package static let lateIndexes = ["placementByPlace"]

    package static func apply(_ entry: Entry, in db: Database, of log: EntryTable) throws {
        switch entry.fact {
        case .transferred(let transfer): try apply(transfer, of: entry, in: db)
        case .log(.clockSteppedBack):
            try db.run(
                "INSERT INTO clockStep (entry, at) VALUES (?, ?)",
                [.integer(entry.number.rawValue), .integer(entry.recordedAt.microseconds)]
            )
        // The clock was behind before, so nothing is known about the time of earlier events.
        case .log(.clockSteppedForward): try db.run("DELETE FROM clockStep")
        default: break
        }
    }

    /// A back-dated transfer does not change the placement of an entity that has moved since.
    private static func apply(_ transfer: Transfer, of entry: Entry, in db: Database) throws {
        try db.run(
            entry.isBackDated ? placing + unlessLater : placing,
            [
                .integer(transfer.subject.rawValue), .text(transfer.to.word), SQLValue(transfer.to.place?.rawValue),
                .integer(entry.number.rawValue), .integer(entry.occurredAt.microseconds),
            ]
        )
    }

    private static let placing = """
        INSERT INTO placement (record, kind, place, entry, since) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (record) DO UPDATE SET
            kind = excluded.kind, place = excluded.place, entry = excluded.entry, since = excluded.since
        """

    /// What was recorded while the clock was ahead happened before the clock was set back, whatever time it states.
    private static let unlessLater = """
         WHERE since <= excluded.since
            OR (SELECT min(at) FROM clockStep WHERE clockStep.entry > placement.entry) <= excluded.since
        """

    /// Replays the valid transfers in the order in which they were recorded.
    package static func correct(_ subject: CorrectedSubject, in db: Database, of log: EntryTable) throws {
        try db.run("DELETE FROM placement WHERE record = ?", [subject.value])
        var current: (entry: Int64, occurredAt: Int64, latest: Int64, kind: String, place: Int64?)?
        try db.each(
            """
            SELECT entry, occurredAt, isBackDated, kind, place,
                (SELECT min(at) FROM clockStep WHERE clockStep.entry > history.entry) AS latest
            FROM history WHERE record = ? AND kind IS NOT NULL AND \(HistoryTables.isValid) ORDER BY entry
            """,
            [subject.value]
        ) { row in
            let occurredAt = row.integer(1)
            let isBackDated = row.integer(2) != 0
            if isBackDated, let current, min(current.occurredAt, current.latest) > occurredAt { return }
            current = (row.integer(0), occurredAt, row.optionalInteger(5) ?? .max, row.text(3), row.optionalInteger(4))
        }
        guard let current else { return }
        try db.run(
            "INSERT INTO placement (record, kind, place, entry, since) VALUES (?, ?, ?, ?, ?)",
            [
                subject.value, .text(current.kind), SQLValue(current.place), .integer(current.entry),
                .integer(current.occurredAt),
            ]
        )
    }
}

import GRDB
import LogTables
public import Vocabulary

extension LogTransaction {
    /// Maximum number of readings remembered per station, for undoing and for its screen.
    static let mostRemembered = 1_000

    /// Stores the reply of a station to a reading.
    public func remember(_ reply: StationReading, at name: SessionName) throws {
        try db.run(
            """
            INSERT INTO stationReading
                (station, reading, run, verdict, kind, message, record, firstEntry, lastEntry, isUndone)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(name.text), .integer(reply.reading.rawValue), .integer(Int64(reply.run)),
                .text(reply.verdict.rawValue), .text(reply.kind), .text(reply.message),
                SQLValue(reply.entity?.rawValue),
                SQLValue(reply.entries?.lowerBound.rawValue), SQLValue(reply.entries?.upperBound.rawValue),
                SQLValue(reply.isUndone),
            ]
        )
        // Pruning occasionally is sufficient.
        guard reply.reading.rawValue % 64 == 0 else { return }
        try db.run(
            """
            DELETE FROM stationReading WHERE station = ?1 AND reading <=
                (SELECT reading FROM stationReading WHERE station = ?1 ORDER BY reading DESC LIMIT 1 OFFSET ?2)
            """,
            [.text(name.text), .integer(Int64(Self.mostRemembered))]
        )
    }

    /// Records that the entries of `reading` were undone.
    public func noteUndone(_ reading: ReadingNumber, at name: SessionName) throws {
        try db.run(
            "UPDATE stationReading SET isUndone = 1 WHERE station = ? AND reading = ?",
            [.text(name.text), .integer(reading.rawValue)]
        )
    }

    /// Records that the page requested by `reading` was not printed, with the reason in `message`.
    public func noteUnprinted(_ reading: ReadingNumber, at name: SessionName, message: String) throws {
        try db.run(
            """
            UPDATE stationReading SET verdict = 'attention', kind = 'not-printed', message = ?
            WHERE station = ? AND reading = ?
            """,
            [.text(message), .text(name.text), .integer(reading.rawValue)]
        )
    }

    /// Records that the page requested by `reading` was printed later.
    public func notePrinted(_ reading: ReadingNumber, at name: SessionName) throws {
        try db.run(
            "UPDATE stationReading SET kind = 'printed-later' WHERE station = ? AND reading = ? AND kind = 'not-printed'",
            [.text(name.text), .integer(reading.rawValue)]
        )
    }

    /// Records that slips, or else labels, of `records` were printed that a station could not print.
    public func notePrinted(of entities: some Sequence<EntityID>, areSlips: Bool) throws {
        // A slip belongs to the entry of a charge-out; a label is asked for by reprint, which makes none.
        let condition = "kind = 'not-printed' AND firstEntry IS \(areSlips ? "NOT NULL" : "NULL")"
        let printed = Set(entities)
        var waiting: [(station: String, reading: Int64)] = []
        // Nearly always there are none, however many labels are printed.
        try db.each("SELECT station, reading, record FROM stationReading WHERE \(condition)") { row in
            guard let entity = row.optionalInteger(2), printed.contains(EntityID(rawValue: entity)) else { return }
            waiting.append((row.text(0), row.integer(1)))
        }
        for (station, reading) in waiting {
            try db.run(
                "UPDATE stationReading SET kind = 'printed-later' WHERE station = ? AND reading = ?",
                [.text(station), .integer(reading)]
            )
        }
    }

    /// Counts a code at a station; returns false when it was already counted.
    public func count(_ code: String, _ entity: EntityID?, at name: SessionName) throws -> Bool {
        try db.run(
            "INSERT INTO stationCount (station, code, record) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [.text(name.text), .text(code), SQLValue(entity?.rawValue)]
        )
        return db.changesCount > 0
    }

    /// Deletes the count of a station.
    public func forgetCount(at name: SessionName) throws {
        try db.run("DELETE FROM stationCount WHERE station = ?", [.text(name.text)])
    }

    /// Deletes the replies and counts of all stations, which may contain titles and foreign barcodes.
    func forgetReplies() throws {
        for table in ["stationReading", "stationCount"] { try db.run("DELETE FROM \(table)") }
    }
}

extension LogView {
    /// The latest replies of a station, newest first.
    public func replies(at name: SessionName, limit: Int) throws -> [StationReading] {
        try replies("station = ?1 ORDER BY reading DESC LIMIT ?2", [.text(name.text), .integer(Int64(limit))])
    }

    /// A station's reply to one reading; nil when it is no longer stored.
    public func reply(to reading: ReadingNumber, at name: SessionName) throws -> StationReading? {
        try replies("station = ?1 AND reading = ?2", [.text(name.text), .integer(reading.rawValue)]).first
    }

    /// Readings whose page was not printed and is still needed, newest first.
    public func unprinted(at name: SessionName) throws -> [StationReading] {
        let condition = "station = ?1 AND kind = 'not-printed' AND isUndone = 0 ORDER BY reading DESC"
        return try replies(condition, [.text(name.text)]).filter { reading in
            // The slip of a returned entity is no longer needed.
            guard reading.entries != nil, let entity = reading.entity else { return true }
            return try chargeOut(of: entity) != nil
        }
    }

    /// The readings of a run that can still be undone, or of any run for nil, newest first, at most `limit`.
    public func undoable(at name: SessionName, run: Int?, limit: Int) throws -> [StationReading] {
        try replies(
            """
            station = ?1 AND run = coalesce(?2, run) AND firstEntry IS NOT NULL AND isUndone = 0 AND kind NOT GLOB 'undone*'
            ORDER BY reading DESC LIMIT ?3
            """,
            [.text(name.text), SQLValue(run.map(Int64.init)), .integer(Int64(limit))]
        )
    }

    /// The codes counted at a station, with the entity of each known code.
    public func counted(at name: SessionName) throws -> [(code: String, entity: EntityID?)] {
        try db.all("SELECT code, record FROM stationCount WHERE station = ? ORDER BY code", [.text(name.text)]) { row in
            (row.text(0), row.optionalEntity(1))
        }
    }

    /// The number of entities directly at `place`, and how many of them were counted at a station.
    ///
    /// Records concealed from the caller are not included.
    public func countProgress(of place: EntityID, at name: SessionName) throws -> (counted: Int, expected: Int) {
        try db.first(
            """
            SELECT
                (SELECT count(*) FROM stationCount JOIN placement ON placement.record = stationCount.record
                    WHERE stationCount.station = ?1 AND placement.place = ?2 AND \(visible("placement.record"))),
                (SELECT count(*) FROM placement WHERE place = ?2 AND \(visible("placement.record")))
            """,
            [.text(name.text), .integer(place.rawValue)]
        ) { (Int($0.integer(0)), Int($0.integer(1))) } ?? (0, 0)
    }

    /// The number of a station's readings that wait to be interpreted.
    public func openReadingCount(at station: StationName) throws -> Int {
        try db.first(
            """
            SELECT count(*) FROM openReading JOIN reading ON reading.number = openReading.reading WHERE station = ?
            """,
            [.text(station.text)]
        ) { Int($0.integer(0)) } ?? 0
    }

    private func replies(_ condition: String, _ values: [SQLValue]) throws -> [StationReading] {
        var found: [StationReading] = []
        let query = """
            SELECT reading, run, verdict, kind, message, record, firstEntry, lastEntry, isUndone
            FROM stationReading WHERE \(condition)
            """
        try db.each(query, values) { row in
            guard let verdict = Verdict(rawValue: row.text(2)) else { return }
            found.append(
                StationReading(
                    reading: ReadingNumber(rawValue: row.integer(0)),
                    run: Int(clamping: row.integer(1)),
                    verdict: verdict,
                    kind: row.text(3),
                    message: row.text(4),
                    entity: row.optionalEntity(5),
                    entries: row.entries(6, 7),
                    isUndone: row.integer(8) != 0
                )
            )
        }
        return found
    }
}

import Barcodes
import GRDB
public import Records

extension LogTransaction {
    /// Stores `reading` before anyone asks what it means.
    public func store(_ reading: Reading) throws -> StoredReading {
        let newest = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(number) FROM reading")) ?? 0
        let recordedAt = now
        let stored = StoredReading(
            number: ReadingNumber(rawValue: newest + 1),
            reading: reading,
            occurredAt: reading.occurredAt ?? recordedAt,
            recordedAt: recordedAt
        )
        try db.cachedStatement(
            sql: """
                INSERT INTO reading (number, bytes, symbology, station, scanner, principal, occurredAt, recordedAt)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                stored.number.rawValue, reading.bytes.blob, reading.symbology?.rawValue, reading.station.text,
                reading.scanner?.text, reading.principal.description, stored.occurredAt.microseconds,
                recordedAt.microseconds,
            ]
        )
        return stored
    }

    /// Keeps how `reading` ended; it can end only once.
    public func close(_ reading: ReadingNumber, as outcome: StoredOutcome) throws {
        try db.cachedStatement(sql: "INSERT INTO outcome (reading, verdict, kind, entry) VALUES (?, ?, ?, ?)").execute(
            arguments: [reading.rawValue, outcome.verdict.rawValue, outcome.kind, outcome.entry?.rawValue]
        )
    }
}

import Barcodes
import FoundationEssentials
import GRDB
public import Records

extension LogView {
    /// Readings that were stored and not interpreted, oldest first, `limit` at most.
    public func openReadings(limit: Int) throws -> [StoredReading] {
        // Readings end nearly in order, so the open ones are the last; the newest outcome bounds no more than a hint.
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT number, bytes, symbology, station, scanner, principal, occurredAt, recordedAt FROM reading
                    WHERE NOT EXISTS (SELECT 1 FROM outcome WHERE outcome.reading = reading.number)
                    ORDER BY number LIMIT ?
                    """
            ),
            arguments: [limit]
        ).map(Self.reading)
    }

    /// How `reading` ended; nil while it has not.
    public func outcome(of reading: ReadingNumber) throws -> StoredOutcome? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT verdict, kind, entry FROM outcome WHERE reading = ?"),
            arguments: [reading.rawValue]
        ).map { row in
            guard let verdict = Verdict(rawValue: row[0]) else {
                throw TransferLogError.damaged("reading \(reading) has an unknown verdict")
            }
            return StoredOutcome(
                verdict: verdict,
                kind: row[1],
                entry: (row[2] as Int64?).map(EntryNumber.init(rawValue:))
            )
        }
    }

    /// The reading with this number.
    public func reading(_ number: ReadingNumber) throws -> StoredReading? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT number, bytes, symbology, station, scanner, principal, occurredAt, recordedAt FROM reading
                    WHERE number = ?
                    """
            ),
            arguments: [number.rawValue]
        ).map(Self.reading)
    }

    /// How many readings were ever stored.
    public func readingCount() throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT max(number) FROM reading")) ?? 0
    }

    private static func reading(_ row: Row) throws -> StoredReading {
        guard let station = StationName(row[3] as String), let principal = Principal(row[5] as String) else {
            throw TransferLogError.damaged("reading \(row[0] as Int64) has an unreadable station or principal")
        }
        let occurredAt = Timestamp(clamping: row[6])
        return StoredReading(
            number: ReadingNumber(rawValue: row[0]),
            reading: Reading(
                bytes: Array(row[1] as Data),
                symbology: (row[2] as String?).map(Symbology.init(rawValue:)),
                station: station,
                scanner: (row[4] as String?).flatMap(ScannerName.init),
                principal: principal,
                occurredAt: occurredAt
            ),
            occurredAt: occurredAt,
            recordedAt: Timestamp(clamping: row[7])
        )
    }
}

import Barcodes
import GRDB
public import Records

extension LogTransaction {
    /// Stores `reading` before anyone asks what it means; `batch` is the file that it came in.
    public func store(_ reading: Reading, batch: BatchNumber? = nil) throws -> StoredReading {
        let newest = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(number) FROM reading")) ?? 0
        let recordedAt = now
        let stored = StoredReading(
            number: ReadingNumber(rawValue: newest + 1),
            reading: reading,
            occurredAt: reading.occurredAt ?? recordedAt,
            recordedAt: recordedAt,
            batch: batch
        )
        let device = try reading.origin?.device.map { try identifier(of: $0) }
        try db.cachedStatement(
            sql: """
                INSERT INTO reading (number, bytes, symbology, station, scanner, principal, occurredAt, recordedAt,
                    device, transport, ending, role, batch)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                stored.number.rawValue, reading.bytes.blob, reading.symbology?.rawValue, reading.station.text,
                reading.scanner?.text, reading.principal.description, stored.occurredAt.microseconds,
                recordedAt.microseconds, device, reading.origin?.transport.rawValue, reading.origin?.ending?.rawValue,
                reading.role?.rawValue, batch?.rawValue,
            ]
        )
        try db.run("INSERT INTO openReading (reading) VALUES (?)", .integer(stored.number.rawValue))
        return stored
    }

    /// Keeps how `reading` ended; it can end only once.
    public func close(_ reading: ReadingNumber, as outcome: StoredOutcome) throws {
        try db.cachedStatement(sql: "INSERT INTO outcome (reading, verdict, kind, entry) VALUES (?, ?, ?, ?)").execute(
            arguments: [reading.rawValue, outcome.verdict.rawValue, outcome.kind, outcome.entry?.rawValue]
        )
        try db.run("DELETE FROM openReading WHERE reading = ?", .integer(reading.rawValue))
    }

    /// The row of a gun, which is made when it reads for the first time.
    private func identifier(of device: ScannerDevice) throws -> Int64 {
        let parts: StatementArguments = [device.vendor, device.product, device.serial ?? "", device.port ?? ""]
        let known = try Int64.fetchOne(
            db.cachedStatement(
                sql: "SELECT id FROM device WHERE vendor = ? AND product = ? AND serial = ? AND port = ?"
            ),
            arguments: parts
        )
        if let known { return known }
        try db.cachedStatement(sql: "INSERT INTO device (vendor, product, serial, port) VALUES (?, ?, ?, ?)").execute(
            arguments: parts
        )
        return db.lastInsertedRowID
    }
}

import Barcodes
import GRDB
import LogTables
public import Vocabulary

extension LogTransaction {
    /// Stores `reading` before it is interpreted; `batch` is the uploaded file that contained it.
    public func store(_ reading: Reading, batch: BatchNumber? = nil) throws -> StoredReading {
        let newest = try db.first("SELECT max(number) FROM reading") { $0.integer(0) } ?? 0
        let recordedAt = now
        let stored = StoredReading(
            number: ReadingNumber(rawValue: newest + 1),
            reading: reading,
            occurredAt: reading.occurredAt ?? recordedAt,
            recordedAt: recordedAt,
            batch: batch
        )
        let device = try reading.origin?.device.map { try identifier(of: $0) }
        try db.run(
            """
            INSERT INTO reading (number, bytes, symbology, station, scanner, principal, occurredAt, recordedAt,
                device, transport, ending, role, batch)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(stored.number.rawValue), .blob(reading.bytes), SQLValue(reading.symbology?.rawValue),
                .text(reading.station.text), SQLValue(reading.scanner?.text), .text(reading.principal.description),
                .integer(stored.occurredAt.microseconds), .integer(recordedAt.microseconds), SQLValue(device),
                SQLValue(reading.origin?.transport.rawValue), SQLValue(reading.origin?.ending?.rawValue),
                SQLValue(reading.role?.rawValue), SQLValue(batch?.rawValue),
            ]
        )
        try db.run("INSERT INTO openReading (reading) VALUES (?)", [.integer(stored.number.rawValue)])
        return stored
    }

    /// Records the outcome of `reading`, which is final.
    public func close(_ reading: ReadingNumber, as outcome: StoredOutcome) throws {
        try db.run(
            "INSERT INTO outcome (reading, verdict, kind, entry) VALUES (?, ?, ?, ?)",
            [
                .integer(reading.rawValue), .text(outcome.verdict.rawValue), .text(outcome.kind),
                SQLValue(outcome.entry?.rawValue),
            ]
        )
        try db.run("DELETE FROM openReading WHERE reading = ?", [.integer(reading.rawValue)])
    }

    /// The row of a scanner, created at its first reading.
    private func identifier(of device: ScannerDevice) throws -> Int64 {
        let parts = [device.vendor, device.product, device.serial ?? "", device.port ?? ""].map { SQLValue.text($0) }
        let query = "SELECT id FROM device WHERE vendor = ? AND product = ? AND serial = ? AND port = ?"
        if let known = try db.first(query, parts, value: { $0.integer(0) }) { return known }
        try db.run("INSERT INTO device (vendor, product, serial, port) VALUES (?, ?, ?, ?)", parts)
        return db.lastInsertedRowID
    }
}

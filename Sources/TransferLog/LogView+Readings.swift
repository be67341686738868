import Barcodes
import FoundationEssentials
import GRDB
public import Records

extension LogView {
    /// Readings that were stored and not interpreted, oldest first, `limit` at most.
    public func openReadings(limit: Int) throws -> [StoredReading] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: Self.readingQuery + """
                     WHERE reading.number IN (SELECT reading FROM openReading ORDER BY reading LIMIT ?)
                    ORDER BY reading.number
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
            db.cachedStatement(sql: Self.readingQuery + " WHERE reading.number = ?"),
            arguments: [number.rawValue]
        ).map(Self.reading)
    }

    /// Readings before `cursor`, newest first, `limit` at most.
    public func readings(before cursor: ReadingNumber?, limit: Int) throws -> [StoredReading] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: Self.readingQuery + " WHERE reading.number < ? ORDER BY reading.number DESC LIMIT ?"
            ),
            arguments: [cursor?.rawValue ?? .max, limit]
        ).map(Self.reading)
    }

    /// What the gun of `stored` read just before it; nil for the first, and where no gun is known.
    public func reading(before stored: StoredReading) throws -> StoredReading? {
        guard let device = stored.reading.origin?.device else { return nil }
        return try Row.fetchOne(
            db.cachedStatement(
                sql: Self.readingQuery + """
                     WHERE reading.device =
                        (SELECT id FROM device WHERE vendor = ? AND product = ? AND serial = ? AND port = ?)
                        AND reading.number < ?
                    ORDER BY reading.number DESC LIMIT 1
                    """
            ),
            arguments: [
                device.vendor, device.product, device.serial ?? "", device.port ?? "", stored.number.rawValue,
            ]
        ).map(Self.reading)
    }

    /// How many readings were ever stored.
    public func readingCount() throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT max(number) FROM reading")) ?? 0
    }

    static let readingQuery = """
        SELECT reading.number, bytes, symbology, station, scanner, principal, occurredAt, recordedAt, transport, ending,
            role, batch, device.vendor, device.product, device.serial, device.port
        FROM reading LEFT JOIN device ON device.id = reading.device
        """

    static func reading(_ row: Row) throws -> StoredReading {
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
                occurredAt: occurredAt,
                origin: try origin(row),
                role: (row[10] as String?).flatMap(ReadingRole.init)
            ),
            occurredAt: occurredAt,
            recordedAt: Timestamp(clamping: row[7]),
            batch: (row[11] as Int64?).map(BatchNumber.init(rawValue:))
        )
    }

    private static func origin(_ row: Row) throws -> ReadingOrigin? {
        guard let word = row[8] as String? else { return nil }
        guard let transport = ReadingTransport(rawValue: word) else {
            throw TransferLogError.damaged("reading \(row[0] as Int64) came in an unknown way")
        }
        let device = (row[12] as String?).map { vendor in
            ScannerDevice(vendor: vendor, product: row[13], serial: present(row[14]), port: present(row[15]))
        }
        return ReadingOrigin(
            transport: transport,
            device: device,
            ending: (row[9] as String?).flatMap(ReadingEnding.init)
        )
    }

    private static func present(_ text: String) -> String? { text.isEmpty ? nil : text }
}

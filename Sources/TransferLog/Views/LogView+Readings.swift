public import Barcodes
import GRDB
import Localization
import LogTables
public import Vocabulary

/// The data of a reading that determines whether it is counted for a caller.
public struct CountedReading {
    public let bytes: [UInt8]
    public let symbology: Symbology?
    public let role: ReadingRole?
    /// The kind of its outcome, and the resulting entry.
    public let kind: String?
    public let entry: EntryNumber?
}

extension LogView {
    /// Readings that were stored but not interpreted, oldest first, at most `limit`.
    public func openReadings(limit: Int) throws -> [StoredReading] {
        try db.all(
            Self.readingQuery + """
                 WHERE reading.number IN (SELECT reading FROM openReading ORDER BY reading LIMIT ?)
                ORDER BY reading.number
                """,
            [.integer(Int64(limit))],
            value: Self.reading
        )
    }

    /// The outcome of `reading`; nil while it is open.
    public func outcome(of reading: ReadingNumber) throws -> StoredOutcome? {
        let query = "SELECT verdict, kind, entry FROM outcome WHERE reading = ?"
        return try db.first(query, [.integer(reading.rawValue)]) { row in
            guard let verdict = Verdict(rawValue: row.text(0)) else {
                throw TransferLogError.damaged(Message("reading \(reading, "reading") has an unknown verdict"))
            }
            return StoredOutcome(verdict: verdict, kind: row.text(1), entry: row.optionalEntry(2))
        }
    }

    /// The reading with this number.
    public func reading(_ number: ReadingNumber) throws -> StoredReading? {
        try db.first(Self.readingQuery + " WHERE reading.number = ?", [.integer(number.rawValue)], value: Self.reading)
    }

    /// Readings before `cursor`, newest first, at most `limit`.
    public func readings(before cursor: ReadingNumber?, limit: Int) throws -> [StoredReading] {
        try db.all(
            Self.readingQuery + " WHERE reading.number < ? ORDER BY reading.number DESC LIMIT ?",
            [.integer(cursor?.rawValue ?? .max), .integer(Int64(limit))],
            value: Self.reading
        )
    }

    /// The previous reading of the same scanner; nil for the first, and when the scanner is unknown.
    public func reading(before stored: StoredReading) throws -> StoredReading? {
        guard let device = stored.reading.origin?.device else { return nil }
        return try db.first(
            Self.readingQuery + """
                 WHERE reading.device =
                    (SELECT id FROM device WHERE vendor = ? AND product = ? AND serial = ? AND port = ?)
                    AND reading.number < ?
                ORDER BY reading.number DESC LIMIT 1
                """,
            [
                .text(device.vendor), .text(device.product), .text(device.serial ?? ""), .text(device.port ?? ""),
                .integer(stored.number.rawValue),
            ],
            value: Self.reading
        )
    }

    /// The number of readings for which `isCounted` returns true.
    public func readingCount(where isCounted: (_ reading: CountedReading) throws -> Bool) throws -> Int {
        var total = 0
        let query = """
            SELECT reading.bytes, reading.symbology, reading.role, outcome.kind, outcome.entry FROM reading
            LEFT JOIN outcome ON outcome.reading = reading.number
            """
        try db.each(query) { row in
            let reading = CountedReading(
                bytes: row.bytes(0),
                symbology: row.optionalText(1).map(Symbology.init(rawValue:)),
                role: row.optionalText(2).flatMap(ReadingRole.init),
                kind: row.optionalText(3),
                entry: row.optionalEntry(4)
            )
            if try isCounted(reading) { total += 1 }
        }
        return total
    }

    /// The barcodes of these entities, primary and aliases, including concealed entities.
    public func barcodes(of entities: Set<EntityID>) throws -> Set<Barcode> {
        var barcodes: Set<Barcode> = []
        for entity in entities {
            try db.each("SELECT text FROM barcode WHERE record = ?", [.integer(entity.rawValue)]) { row in
                if let barcode = try? Barcode(parsing: row.text(0)) { barcodes.insert(barcode) }
            }
        }
        return barcodes
    }

    /// The barcodes of the pull lists concealed from the caller.
    public func concealedLists() throws -> Set<Barcode> {
        guard clearance < .everything, try db.tableExists("pullList") else { return [] }
        let query = "SELECT barcode FROM pullList WHERE NOT \(visibleList("pullList.number"))"
        return try Set(db.all(query) { try Barcode(parsing: $0.text(0)) })
    }

    /// The number of readings ever stored.
    public func readingCount() throws -> Int {
        try db.first("SELECT max(number) FROM reading") { Int($0.integer(0)) } ?? 0
    }

    static let readingQuery = """
        SELECT reading.number, bytes, symbology, station, scanner, principal, occurredAt, recordedAt, transport, ending,
            role, batch, device.vendor, device.product, device.serial, device.port
        FROM reading LEFT JOIN device ON device.id = reading.device
        """

    static func reading(_ row: SQLRow) throws -> StoredReading {
        guard let station = StationName(row.text(3)), let principal = Principal(row.text(5)) else {
            throw TransferLogError.damaged(
                Message("reading \(row.integer(0), "reading") has an unreadable station or principal")
            )
        }
        let occurredAt = row.moment(6)
        return StoredReading(
            number: ReadingNumber(rawValue: row.integer(0)),
            reading: Reading(
                bytes: row.bytes(1),
                symbology: row.optionalText(2).map(Symbology.init(rawValue:)),
                station: station,
                scanner: row.optionalText(4).flatMap(ScannerName.init),
                principal: principal,
                occurredAt: occurredAt,
                origin: try origin(row),
                role: row.optionalText(10).flatMap(ReadingRole.init)
            ),
            occurredAt: occurredAt,
            recordedAt: row.moment(7),
            batch: row.optionalInteger(11).map(BatchNumber.init(rawValue:))
        )
    }

    private static func origin(_ row: SQLRow) throws -> ReadingOrigin? {
        guard let word = row.optionalText(8) else { return nil }
        guard let transport = ReadingTransport(rawValue: word) else {
            throw TransferLogError.damaged(Message("reading \(row.integer(0), "reading") came in an unknown way"))
        }
        let device = row.optionalText(12).map { vendor in
            ScannerDevice(
                vendor: vendor,
                product: row.text(13),
                serial: present(row.text(14)),
                port: present(row.text(15))
            )
        }
        return ReadingOrigin(
            transport: transport,
            device: device,
            ending: row.optionalText(9).flatMap(ReadingEnding.init)
        )
    }

    private static func present(_ text: String) -> String? { text.isEmpty ? nil : text }
}

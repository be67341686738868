import Barcodes
import GRDB
import Records

/// What the tables that follow from the entries become when an entry is added.
enum Projections {
    static func apply(_ entry: Entry, in db: Database) throws {
        switch entry.fact {
        case .registered(let registration): try apply(registration, of: entry, in: db)
        case .transferred(let transfer): try apply(transfer, of: entry, in: db)
        case .labelPrinted(let print): try addToHistory(of: print.subject, entry, isTransfer: false, in: db)
        case .unknown: break
        }
    }

    private static func apply(_ registration: Registration, of entry: Entry, in db: Database) throws {
        let id = RecordID(registeredBy: entry.number)
        try db.cachedStatement(
            sql: "INSERT INTO record (id, type, kind, titleEntry, home, parent) VALUES (?, ?, ?, ?, ?, ?)"
        ).execute(
            arguments: [
                id.rawValue, registration.type.rawValue, registration.kind.name,
                registration.title == nil ? nil : entry.number.rawValue, registration.home?.rawValue,
                registration.parent?.rawValue,
            ]
        )
        if let barcode = registration.barcode {
            try db.cachedStatement(sql: "INSERT INTO barcode (text, record, isPrimary) VALUES (?, ?, 1)").execute(
                arguments: [barcode.text, id.rawValue]
            )
            if registration.origin == .minted, let minted = barcode.minted { try advanceMint(to: minted, in: db) }
        }
        try addToHistory(of: id, entry, isTransfer: false, in: db)
    }

    private static func apply(_ transfer: Transfer, of entry: Entry, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO placement (record, kind, place, entry, since) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (record) DO UPDATE SET
                    kind = excluded.kind, place = excluded.place, entry = excluded.entry, since = excluded.since
                """
        ).execute(
            arguments: [
                transfer.subject.rawValue, transfer.to.word, transfer.to.place?.rawValue, entry.number.rawValue,
                entry.occurredAt.microseconds,
            ]
        )
        try addToHistory(of: transfer.subject, entry, isTransfer: true, in: db)
    }

    private static func addToHistory(of record: RecordID, _ entry: Entry, isTransfer: Bool, in db: Database) throws {
        var container: Int64?
        if case .transferred(let transfer) = entry.fact, case .container(let id) = transfer.to {
            container = id.rawValue
        }
        try db.cachedStatement(
            sql: "INSERT INTO history (record, entry, isTransfer, container) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [record.rawValue, entry.number.rawValue, isTransfer, container])
    }

    private static func advanceMint(to barcode: MintedBarcode, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO minted (prefix, site, lastSerial) VALUES (?, ?, ?)
                ON CONFLICT (prefix, site) DO UPDATE SET lastSerial = max(lastSerial, excluded.lastSerial)
                """
        ).execute(arguments: [barcode.prefix.rawValue, barcode.site.value, barcode.serial])
    }
}

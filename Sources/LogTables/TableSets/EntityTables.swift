import Barcodes
package import GRDB
import LogEntries
package import Vocabulary

/// Entities, their barcodes, and the highest numbers minted.
package enum EntityTables: TableSet {
    package static let derived = ["record", "recordCount", "barcode", "minted"]
    package static let lateIndexes = ["recordByType", "recordByParent"]

    package static func apply(_ entry: Entry, in db: Database, of log: EntryTable) throws {
        switch entry.fact {
        case .registered(let registration): try register(registration, by: entry, in: db)
        case .changed(let change): try apply(change, of: entry, in: db)
        case .labelled(let labelling): try apply(labelling, in: db)
        case .expunged(let expungement) where expungement.stage != .requested:
            try erase(expungement.subject.rawValue, in: db)
        case .log(.restored(_, _, let issued, _)): for barcode in issued { try advanceMint(to: barcode, in: db) }
        default: break
        }
    }

    private static func register(_ registration: Registration, by entry: Entry, in db: Database) throws {
        let id = EntityID(registeredBy: entry.number)
        try db.run(
            "INSERT INTO record (id, type, kind, titleEntry, home, parent) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .integer(id.rawValue), .text(registration.type.rawValue), .text(registration.kind.name),
                registration.title == nil ? .null : .integer(entry.number.rawValue),
                SQLValue(registration.home?.rawValue), SQLValue(registration.parent?.rawValue),
            ]
        )
        try db.run(
            "INSERT INTO recordCount (type, count) VALUES (?, 1) ON CONFLICT (type) DO UPDATE SET count = count + 1",
            [.text(registration.type.rawValue)]
        )
        guard let barcode = registration.barcode else { return }
        try bind(barcode, to: id, isPrimary: true, in: db)
        if registration.origin == .minted, let minted = barcode.minted { try advanceMint(to: minted, in: db) }
    }

    private static func apply(_ labelling: Labelling, in db: Database) throws {
        guard let barcode = labelling.barcode else { return }
        if labelling.role == .primary {
            try db.run(
                "UPDATE barcode SET isPrimary = 0 WHERE record = ? AND isPrimary = 1",
                [.integer(labelling.subject.rawValue)]
            )
        }
        try bind(barcode, to: labelling.subject, isPrimary: labelling.role == .primary, in: db)
        if let minted = barcode.minted { try advanceMint(to: minted, in: db) }
    }

    /// A primary barcode stays primary when an entry of an earlier version also makes it an alias.
    private static func bind(_ barcode: Barcode, to entity: EntityID, isPrimary: Bool, in db: Database) throws {
        try db.run(
            """
            INSERT INTO barcode (text, record, isPrimary) VALUES (?, ?, ?)
            ON CONFLICT (text) DO UPDATE SET isPrimary = max(isPrimary, excluded.isPrimary)
                WHERE record = excluded.record
            """,
            [.text(barcode.text), .integer(entity.rawValue), SQLValue(isPrimary)]
        )
    }

    /// The barcode of an entity or a pull list, so that its number is not minted again.
    static func advanceMint(to barcode: MintedBarcode, in db: Database) throws {
        try db.run(
            """
            INSERT INTO minted (prefix, site, lastSerial) VALUES (?, ?, ?)
            ON CONFLICT (prefix, site) DO UPDATE SET lastSerial = max(lastSerial, excluded.lastSerial)
            """,
            [.text(barcode.prefix.rawValue), .integer(Int64(barcode.site.value)), .integer(Int64(barcode.serial))]
        )
    }

    private static func apply(_ change: Change, of entry: Entry, in db: Database) throws {
        let subject = change.subject.rawValue
        switch change.title {
        case .kept: break
        case .cleared: try set("titleEntry", to: .null, of: subject, in: db)
        case .set: try set("titleEntry", to: .integer(entry.number.rawValue), of: subject, in: db)
        }
        if case .set(let kind) = change.kind { try set("kind", to: .text(kind.name), of: subject, in: db) }
        if change.home != .kept {
            try set("home", to: SQLValue(change.home.applied(to: nil)?.rawValue), of: subject, in: db)
        }
        if change.parent != .kept {
            try set("parent", to: SQLValue(change.parent.applied(to: nil)?.rawValue), of: subject, in: db)
        }
    }

    /// `column` is one of those named in this file, never external input.
    private static func set(_ column: String, to value: SQLValue, of entity: Int64, in db: Database) throws {
        try db.run("UPDATE record SET \(column) = ? WHERE id = ?", [value, .integer(entity)])
    }

    /// Removes immediately what a replay could no longer restore, because its text is erased.
    private static func erase(_ subject: Int64, in db: Database) throws {
        try set("titleEntry", to: .null, of: subject, in: db)
        let aliases = try db.all("SELECT text FROM barcode WHERE record = ? AND isPrimary = 0", [.integer(subject)]) {
            $0.text(0)
        }
        for alias in aliases where (try? MintedBarcode(parsing: alias)) == nil {
            try db.run("DELETE FROM barcode WHERE text = ?", [.text(alias)])
        }
    }

    /// Replays the registration and the valid changes.
    package static func correct(_ subject: CorrectedSubject, in db: Database, of log: EntryTable) throws {
        var titleEntry: Int64?
        var (kind, home, parent): (EntityKind?, EntityID?, EntityID?) = (nil, nil, nil)
        for entry in subject.facts {
            switch entry.fact {
            case .registered(let registration):
                titleEntry = registration.title == nil ? nil : entry.number.rawValue
                (kind, home, parent) = (registration.kind, registration.home, registration.parent)
            case .changed(let change):
                if change.title != .kept {
                    titleEntry = change.title.applied(to: nil).map { _ in entry.number.rawValue }
                }
                kind = change.kind.applied(to: kind)
                home = change.home.applied(to: home)
                parent = change.parent.applied(to: parent)
            default: break
            }
        }
        guard let kind else { throw LogDamage("record \(subject.id) was never registered") }
        try db.run(
            "UPDATE record SET titleEntry = ?, kind = ?, home = ?, parent = ? WHERE id = ?",
            [
                SQLValue(titleEntry), .text(kind.name), SQLValue(home?.rawValue), SQLValue(parent?.rawValue),
                subject.value,
            ]
        )
    }
}

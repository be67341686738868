import Barcodes
package import GRDB
package import Vocabulary

/// Updates the derived tables for each new entry.
///
/// An entry is applied only to the result of the entries before it, so a replay of all entries yields the same
/// tables.
package enum Projections {
    /// - Parameters:
    ///   - db: the database with the derived tables.
    ///   - log: the database with the entries; the same one, except when a copy is built for comparison.
    package static func apply(_ entry: Entry, in db: Database, of log: EntryTable) throws {
        if case .registered(let registration) = entry.fact {
            // First, because all other rows refer to the entity.
            try apply(registration, of: entry, in: db)
        }
        if let subject = entry.subject { try addToHistory(of: subject, entry, in: db) }
        try noteParties(of: entry, in: db, of: log)
        switch entry.fact {
        case .transferred(let transfer):
            try apply(transfer, of: entry, in: db)
            try follow(transfer, of: entry, in: db)
            try pull(transfer, of: entry, in: db)
        case .renewed(let renewal): try apply(renewal, in: db)
        case .held(let hold): try apply(hold, of: entry, in: db)
        case .counted(let count): try apply(count, of: entry, in: db)
        case .pullList(let event): try apply(event, of: entry, in: db)
        case .wanted(let want): try apply(want, of: entry, in: db)
        case .notFound(let notFound): try apply(notFound, of: entry, in: db)
        case .changed(let change): try apply(change, of: entry, in: db)
        case .labelled(let labelling): try apply(labelling, in: db)
        case .documentAttached(let document): try apply(document, of: entry, in: db)
        case .documentMoved(let move): try apply(move, of: entry, in: db)
        case .corrected(let correction): try apply(correction, of: entry, in: db, of: log)
        case .expunged(let expungement): try apply(expungement, of: entry, in: db)
        case .restricted(let restriction): try apply(restriction, of: entry, in: db)
        case .registered(let registration): try count(registration, in: db)
        case .labelPrinted(let print): try apply(print, of: entry, in: db)
        case .pagePrinted(let print): try apply(print, in: db)
        case .labelApplied(let application): try apply(application, in: db)
        case .supply(let event): try apply(event, of: entry, in: db)
        case .log(let event): try apply(event, of: entry, in: db)
        case .unknown: break
        }
    }

    private static func apply(_ registration: Registration, of entry: Entry, in db: Database) throws {
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
            // The new barcode is not on any label yet.
            try db.run("DELETE FROM printedLabel WHERE record = ?", [.integer(labelling.subject.rawValue)])
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

    private static func apply(_ change: Change, of entry: Entry, in db: Database) throws {
        let subject = change.subject.rawValue
        switch change.title {
        case .kept: break
        case .cleared: try set("titleEntry", to: nil, of: subject, in: db)
        case .set: try set("titleEntry", to: entry.number.rawValue, of: subject, in: db)
        }
        if case .set(let kind) = change.kind {
            try db.run("UPDATE record SET kind = ? WHERE id = ?", [.text(kind.name), .integer(subject)])
        }
        if change.home != .kept {
            try set("home", to: change.home.applied(to: nil)?.rawValue, of: subject, in: db)
        }
        if change.parent != .kept {
            try set("parent", to: change.parent.applied(to: nil)?.rawValue, of: subject, in: db)
        }
        try apply(change.conditions, to: change.subject, in: db)
    }

    /// `column` is one of the three names above, never external input.
    private static func set(_ column: String, to value: Int64?, of entity: Int64, in db: Database) throws {
        try db.run("UPDATE record SET \(column) = ? WHERE id = ?", [SQLValue(value), .integer(entity)])
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

    private static func apply(_ event: LogEvent, of entry: Entry, in db: Database) throws {
        switch event {
        case .clockSteppedBack:
            try db.run(
                "INSERT INTO clockStep (entry, at) VALUES (?, ?)",
                [.integer(entry.number.rawValue), .integer(entry.recordedAt.microseconds)]
            )
        case .clockSteppedForward:
            // The clock was behind before, so nothing is known about the time of earlier events.
            try db.run("DELETE FROM clockStep")
        case .restored(_, _, let issued, _): for barcode in issued { try advanceMint(to: barcode, in: db) }
        case .evidenceCommitted(let head):
            try db.run(
                """
                INSERT INTO committedEvidence (place, entry, readings, readingsHash, accesses, accessesHash)
                VALUES (1, ?, ?, ?, ?, ?)
                ON CONFLICT (place) DO UPDATE SET entry = excluded.entry, readings = excluded.readings,
                    readingsHash = excluded.readingsHash, accesses = excluded.accesses,
                    accessesHash = excluded.accessesHash
                """,
                [
                    .integer(entry.number.rawValue), .integer(head.readings), .text(head.readingsHash),
                    .integer(head.accesses), .text(head.accessesHash),
                ]
            )
        case .backedUp, .keyRotated: break
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

    static func addToHistory(of entity: EntityID, _ entry: Entry, in db: Database) throws {
        var destination: Placement?
        if case .transferred(let transfer) = entry.fact { destination = transfer.to }
        try db.run(
            "INSERT INTO history (record, entry, occurredAt, isBackDated, kind, place) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .integer(entity.rawValue), .integer(entry.number.rawValue), .integer(entry.occurredAt.microseconds),
                SQLValue(entry.isBackDated), SQLValue(destination?.word), SQLValue(destination?.place?.rawValue),
            ]
        )
    }

    private static func apply(_ document: DocumentAttachment, of entry: Entry, in db: Database) throws {
        try db.run(
            "INSERT INTO document (entry, record, sha256, firstPage, pages, scanner) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .integer(entry.number.rawValue), .integer(document.subject.rawValue), .text(document.hash.text),
                .integer(Int64(document.firstPage)), .integer(Int64(document.pages)), SQLValue(entry.scanner?.text),
            ]
        )
    }

    /// Removes immediately what a replay could no longer restore, because its text is erased.
    private static func apply(_ expungement: Expungement, of entry: Entry, in db: Database) throws {
        guard expungement.stage != .requested else { return }
        let subject = expungement.subject.rawValue
        try restrict(subject, to: .expunged, by: entry, in: db)
        try set("titleEntry", to: nil, of: subject, in: db)
        let numbers = try String.fetchAll(
            db.cachedStatement(sql: "SELECT text FROM barcode WHERE record = ? AND isPrimary = 0"),
            arguments: [subject]
        )
        try db.run("DELETE FROM document WHERE record = ?", [.integer(subject)])
        for number in numbers where (try? MintedBarcode(parsing: number)) == nil {
            try db.run("DELETE FROM barcode WHERE text = ?", [.text(number)])
        }
    }

    /// Expungement is permanent.
    private static func apply(_ restriction: Restriction, of entry: Entry, in db: Database) throws {
        let subject = restriction.subject.rawValue
        guard restriction.to == .open else { return try restrict(subject, to: restriction.to, by: entry, in: db) }
        try db.run("DELETE FROM restriction WHERE record = ? AND level < 3", [.integer(subject)])
    }

    private static func restrict(
        _ entity: Int64,
        to level: Restriction.Level,
        by entry: Entry,
        in db: Database
    ) throws {
        try db.run(
            """
            INSERT INTO restriction (record, level, entry) VALUES (?, ?, ?)
            ON CONFLICT (record) DO UPDATE SET level = excluded.level, entry = excluded.entry WHERE level < 3
            """,
            [.integer(entity), .integer(Int64(level.rawValue)), .integer(entry.number.rawValue)]
        )
    }

    static func advanceMint(to barcode: MintedBarcode, in db: Database) throws {
        try db.run(
            """
            INSERT INTO minted (prefix, site, lastSerial) VALUES (?, ?, ?)
            ON CONFLICT (prefix, site) DO UPDATE SET lastSerial = max(lastSerial, excluded.lastSerial)
            """,
            [.text(barcode.prefix.rawValue), .integer(Int64(barcode.site.value)), .integer(Int64(barcode.serial))]
        )
    }
}

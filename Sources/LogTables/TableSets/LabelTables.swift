package import GRDB
package import Vocabulary

/// The last print of each current label and whether it was scanned since, and print batches.
package enum LabelTables: TableSet {
    package static let derived = ["printedLabel"]
    package static let stored = ["printBatch", "printLabel", "printField", "printOverride", "printerAdjustment"]
    package static let lateIndexes = ["printedLabelPending"]

    package static func apply(_ entry: Entry, in db: Database, of log: EntryTable) throws {
        switch entry.fact {
        // A print from a version without print batches is ignored, because that version did not record which labels
        // were scanned.
        case .labelPrinted(let print) where print.batch != nil:
            try db.run(
                """
                INSERT INTO printedLabel (record, entry, printedAt, isApplied) VALUES (?, ?, ?, 0)
                ON CONFLICT (record) DO UPDATE SET entry = excluded.entry, printedAt = excluded.printedAt, isApplied = 0
                """,
                [
                    .integer(print.subject.rawValue), .integer(entry.number.rawValue),
                    .integer(entry.occurredAt.microseconds),
                ]
            )
        case .labelApplied(let application):
            try db.run(
                "UPDATE printedLabel SET isApplied = 1 WHERE record = ? AND entry = ?",
                [.integer(application.subject.rawValue), .integer(application.print.rawValue)]
            )
        // The new barcode is not on any label yet.
        case .labelled(let labelling) where labelling.role == .primary && labelling.barcode != nil:
            try db.run("DELETE FROM printedLabel WHERE record = ?", [.integer(labelling.subject.rawValue)])
        default: break
        }
    }
}

/// Supplies, and what was used of them since the first entry about any supply.
package enum SupplyTables: TableSet {
    package static let derived = ["usage", "supply", "supplyMark"]

    package static func apply(_ entry: Entry, in db: Database, of log: EntryTable) throws {
        switch entry.fact {
        case .supply(let event): try apply(event, of: entry, in: db)
        case .labelPrinted(let print):
            try count(.template(print.template), print.copies, in: db)
            try count(.printer(print.printer), print.copies, in: db)
        case .pagePrinted(let print):
            try count(.template(print.template), print.labels, in: db)
            try count(.printer(print.printer), print.labels, in: db)
        // Boxes and folders are supplies too.
        case .registered(let registration) where registration.type.isMovable:
            try count(.kind(registration.kind), 1, in: db)
        default: break
        }
    }

    /// A delivery adds to the stock; a count replaces it and resets the uses.
    private static func apply(_ event: SupplyEvent, of entry: Entry, in db: Database) throws {
        let name = SQLValue.text(event.supply.text)
        let isKnown = try db.first("SELECT 1 FROM supply WHERE name = ?", [name]) { _ in true } == true
        let isCount = if case .counted = event { true } else { !isKnown }
        try db.run(
            """
            INSERT INTO supply (name, declared, declaredAt, entry) VALUES (?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET
                declared = excluded.declared + CASE WHEN ? THEN 0 ELSE declared END,
                declaredAt = excluded.declaredAt, entry = excluded.entry
            """,
            [
                name, .integer(Int64(event.units)), .integer(entry.occurredAt.microseconds),
                .integer(entry.number.rawValue), SQLValue(isCount),
            ]
        )
        guard isCount else { return }
        try db.run("DELETE FROM supplyMark WHERE supply = ?", [name])
        try db.run("INSERT INTO supplyMark (supply, source, total) SELECT ?, source, total FROM usage", [name])
    }

    private static func count(_ source: SupplySource, _ uses: Int, in db: Database) throws {
        try db.run(
            """
            INSERT INTO usage (source, total) SELECT ?, ? WHERE EXISTS (SELECT 1 FROM supply)
            ON CONFLICT (source) DO UPDATE SET total = total + excluded.total
            """,
            [.text(source.description), .integer(Int64(uses))]
        )
    }
}

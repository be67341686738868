import GRDB
import Vocabulary

/// Derives pending labels and used supplies.
extension Projections {
    /// A print from a version without print batches is ignored, because that version did not record which labels were
    /// scanned.
    static func apply(_ print: LabelPrint, of entry: Entry, in db: Database) throws {
        try count(.template(print.template), print.copies, in: db)
        try count(.printer(print.printer), print.copies, in: db)
        guard print.batch != nil else { return }
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
    }

    static func apply(_ print: PagePrint, in db: Database) throws {
        try count(.template(print.template), print.labels, in: db)
        try count(.printer(print.printer), print.labels, in: db)
    }

    static func apply(_ application: LabelApplication, in db: Database) throws {
        try db.run(
            "UPDATE printedLabel SET isApplied = 1 WHERE record = ? AND entry = ?",
            [.integer(application.subject.rawValue), .integer(application.print.rawValue)]
        )
    }

    /// Boxes and folders are supplies too.
    static func count(_ registration: Registration, in db: Database) throws {
        guard registration.type.isMovable else { return }
        try count(.kind(registration.kind), 1, in: db)
    }

    /// A delivery adds to the stock; a count replaces it and resets the uses.
    static func apply(_ event: SupplyEvent, of entry: Entry, in db: Database) throws {
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

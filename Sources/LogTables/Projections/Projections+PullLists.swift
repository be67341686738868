import Barcodes
import GRDB
import Vocabulary

/// Derives pull lists and their progress.
///
/// An entity that goes to its recipient counts as pulled, however it was moved, so a list never asks for an entity that
/// was already fetched.
extension Projections {
    static func apply(_ event: PullListEvent, of entry: Entry, in db: Database) throws {
        switch event {
        case .made(let barcode):
            try db.run(
                "INSERT INTO pullList (number, barcode, madeAt) VALUES (?, ?, ?)",
                [.integer(entry.number.rawValue), .text(barcode.text), .integer(entry.occurredAt.microseconds)]
            )
            try advanceMint(to: barcode, in: db)
        case .cancelled(let list):
            try db.run(
                "UPDATE pullList SET cancellation = coalesce(cancellation, ?) WHERE number = ?",
                [.integer(entry.number.rawValue), .integer(list.rawValue)]
            )
        }
    }

    static func apply(_ want: Want, of entry: Entry, in db: Database) throws {
        try db.run(
            "INSERT INTO pullLine (entry, list, record, recipient, since, due) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .integer(entry.number.rawValue), .integer(want.list.rawValue), .integer(want.subject.rawValue),
                SQLValue(want.recipient?.rawValue), .integer(entry.occurredAt.microseconds),
                SQLValue(want.due?.microseconds),
            ]
        )
    }

    static func apply(_ notFound: NotFound, of entry: Entry, in db: Database) throws {
        try db.run(
            "UPDATE pullLine SET missed = ? WHERE record = ? AND list = ? AND pulled IS NULL AND missed IS NULL",
            [.integer(entry.number.rawValue), .integer(notFound.subject.rawValue), .integer(notFound.list.rawValue)]
        )
    }

    /// An entity that leaves for a custodian is pulled for that custodian; a line without a recipient is pulled by any
    /// departure.
    static func pull(_ transfer: Transfer, of entry: Entry, in db: Database) throws {
        let taker: EntityID?
        switch transfer.to {
        case .custodian(let custodian): taker = custodian
        case .inTransit: taker = transfer.recipient
        case .location, .container, .unknown, .disposed: return
        }
        try db.run(
            """
            UPDATE pullLine SET pulled = ?1
            WHERE record = ?2 AND pulled IS NULL AND since <= ?3 AND (recipient IS NULL OR recipient = ?4)
            """,
            [
                .integer(entry.number.rawValue), .integer(transfer.subject.rawValue),
                .integer(entry.occurredAt.microseconds), SQLValue(taker?.rawValue),
            ]
        )
    }

    /// Rebuilds what a correction may have changed, from the valid entries about `subject`.
    static func replacePullLines(of subject: EntityID, in db: Database, of log: EntryTable) throws {
        try db.run("DELETE FROM pullLine WHERE record = ?", [.integer(subject.rawValue)])
        let told = try counting(of: subject, "kind IS NULL", from: EntryNumber(rawValue: 0), in: db, of: log)
        let first = told.first { if case .wanted = $0.fact { true } else { false } }?.number
        guard let first else { return }
        let left = try counting(of: subject, "kind IN ('inTransit', 'custodian')", from: first, in: db, of: log)
        for entry in (told + left).sorted(by: { $0.number < $1.number }) {
            switch entry.fact {
            case .wanted(let want): try apply(want, of: entry, in: db)
            case .notFound(let notFound): try apply(notFound, of: entry, in: db)
            case .transferred(let transfer): try pull(transfer, of: entry, in: db)
            default: break
            }
        }
    }

    /// Valid entries about `subject`, oldest first.
    ///
    /// - Parameter condition: one of the two conditions above, never external input.
    private static func counting(
        of subject: EntityID,
        _ condition: String,
        from first: EntryNumber,
        in db: Database,
        of log: EntryTable
    ) throws -> [Entry] {
        var numbers: [EntryNumber] = []
        try db.each(
            """
            SELECT entry FROM history
            WHERE record = ? AND entry >= ? AND \(condition)
                AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = history.entry)
            ORDER BY entry
            """,
            [.integer(subject.rawValue), .integer(first.rawValue)]
        ) { numbers.append(EntryNumber(rawValue: $0.integer(0))) }
        return try numbers.map(log.entry)
    }
}

import Barcodes
package import GRDB
package import Vocabulary

/// Pull lists and their progress.
///
/// An entity that goes to its recipient counts as pulled, however it was moved, so a list never asks for an entity that
/// was already fetched.
package enum PullListTables: TableSet {
    package static let derived = ["pullList", "pullLine"]
    package static let lateIndexes = ["pullLineByList", "pullLineOpen"]

    package static func apply(_ entry: Entry, in db: Database, of log: EntryTable) throws {
        switch entry.fact {
        case .pullList(let event): try apply(event, of: entry, in: db)
        case .wanted(let want): try apply(want, of: entry, in: db)
        case .notFound(let notFound): try apply(notFound, of: entry, in: db)
        case .transferred(let transfer): try pull(transfer, of: entry, in: db)
        default: break
        }
    }

    private static func apply(_ event: PullListEvent, of entry: Entry, in db: Database) throws {
        switch event {
        case .made(let barcode):
            try db.run(
                "INSERT INTO pullList (number, barcode, madeAt) VALUES (?, ?, ?)",
                [.integer(entry.number.rawValue), .text(barcode.text), .integer(entry.occurredAt.microseconds)]
            )
            try EntityTables.advanceMint(to: barcode, in: db)
        case .cancelled(let list):
            try db.run(
                "UPDATE pullList SET cancellation = coalesce(cancellation, ?) WHERE number = ?",
                [.integer(entry.number.rawValue), .integer(list.rawValue)]
            )
        }
    }

    private static func apply(_ want: ItemRequest, of entry: Entry, in db: Database) throws {
        try db.run(
            "INSERT INTO pullLine (entry, list, record, recipient, since, due) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .integer(entry.number.rawValue), .integer(want.list.rawValue), .integer(want.subject.rawValue),
                SQLValue(want.recipient?.rawValue), .integer(entry.occurredAt.microseconds),
                SQLValue(want.due?.microseconds),
            ]
        )
    }

    private static func apply(_ notFound: NotFound, of entry: Entry, in db: Database) throws {
        try db.run(
            "UPDATE pullLine SET missed = ? WHERE record = ? AND list = ? AND pulled IS NULL AND missed IS NULL",
            [.integer(entry.number.rawValue), .integer(notFound.subject.rawValue), .integer(notFound.list.rawValue)]
        )
    }

    /// An entity that leaves for a custodian is pulled for that custodian; a line without a recipient is pulled by any
    /// departure.
    private static func pull(_ transfer: Transfer, of entry: Entry, in db: Database) throws {
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

    /// Replays the valid entries about lines, and the departures since the first of them.
    package static func correct(_ subject: CorrectedSubject, in db: Database, of log: EntryTable) throws {
        try db.run("DELETE FROM pullLine WHERE record = ?", [subject.value])
        let first = subject.facts.first { if case .wanted = $0.fact { true } else { false } }?.number
        guard let first else { return }
        let departures = try HistoryTables.numbers(
            of: subject.id,
            where: "kind IN ('inTransit', 'custodian') AND \(HistoryTables.isValid)",
            in: db
        ).filter { $0 > first }.map(log.entry)
        for entry in (subject.facts + departures).sorted(by: { $0.number < $1.number }) {
            switch entry.fact {
            case .wanted, .notFound, .transferred: try apply(entry, in: db, of: log)
            default: break
            }
        }
    }
}

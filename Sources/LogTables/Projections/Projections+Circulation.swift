import GRDB
import Vocabulary

/// Derives charge-outs, transits, conditions, holds and sightings.
extension Projections {
    /// Updates the charge-out and the transit of an entity from its new placement.
    static func follow(_ transfer: Transfer, of entry: Entry, in db: Database) throws {
        let subject = SQLValue.integer(transfer.subject.rawValue)
        let number = SQLValue.integer(entry.number.rawValue)
        try db.run(
            "DELETE FROM loan WHERE record = ?1 AND entry <> (SELECT entry FROM placement WHERE record = ?1)",
            [subject]
        )
        try db.run(
            "DELETE FROM transit WHERE record = ?1 AND entry <> (SELECT entry FROM placement WHERE record = ?1)",
            [subject]
        )
        switch transfer.to {
        case .custodian(let custodian):
            // A back-dated move that does not change the placement creates no charge-out.
            try db.run(
                """
                INSERT INTO loan (record, entry, custodian, since, due, renewals)
                SELECT record, entry, ?3, since, ?4, 0 FROM placement WHERE record = ?1 AND entry = ?2
                """,
                [subject, number, .integer(custodian.rawValue), SQLValue(transfer.due?.microseconds)]
            )
        case .inTransit:
            var sender: EntityID?
            if case .custodian(let id) = transfer.from { sender = id }
            try db.run(
                """
                INSERT INTO transit (record, entry, since, sender, recipient)
                SELECT record, entry, since, ?3, ?4 FROM placement WHERE record = ?1 AND entry = ?2
                """,
                [subject, number, SQLValue(sender?.rawValue), SQLValue(transfer.recipient?.rawValue)]
            )
        default: break
        }
    }

    static func apply(_ renewal: Renewal, in db: Database) throws {
        try db.run(
            "UPDATE loan SET due = ?, renewals = renewals + 1 WHERE record = ?",
            [.integer(renewal.due.microseconds), .integer(renewal.subject.rawValue)]
        )
    }

    static func apply(_ hold: Hold, of entry: Entry, in db: Database) throws {
        switch hold.stage {
        case .placed:
            try db.run(
                "INSERT INTO hold (entry, record) VALUES (?, ?)",
                [.integer(entry.number.rawValue), .integer(hold.subject.rawValue)]
            )
        case .released(let placed):
            try db.run("DELETE FROM hold WHERE entry = ?", [.integer(placed.rawValue)])
        }
    }

    static func apply(_ count: ContentsCount, of entry: Entry, in db: Database) throws {
        for entity in count.present {
            try db.run(
                """
                INSERT INTO sighting (record, entry, seenAt) VALUES (?, ?, ?)
                ON CONFLICT (record) DO UPDATE SET entry = excluded.entry, seenAt = excluded.seenAt
                """,
                [.integer(entity.rawValue), .integer(entry.number.rawValue), .integer(entry.occurredAt.microseconds)]
            )
        }
    }

    static func apply(_ change: ConditionChange, to subject: EntityID, in db: Database) throws {
        guard change != .none else { return }
        try replace(try conditions(of: subject, in: db).applying(change), of: subject, in: db)
    }

    private static func conditions(of subject: EntityID, in db: Database) throws -> Conditions {
        try db.first(
            "SELECT isClosed, isSealed, capacity, series, roles, rooms FROM condition WHERE record = ?",
            [.integer(subject.rawValue)]
        ) { $0.conditions(from: 0) } ?? .none
    }

    /// Stores a row only for an entity with conditions.
    static func replace(_ conditions: Conditions, of subject: EntityID, in db: Database) throws {
        try db.run("DELETE FROM condition WHERE record = ?", [.integer(subject.rawValue)])
        guard conditions != .none else { return }
        try db.run(
            """
            INSERT INTO condition (record, isClosed, isSealed, capacity, series, roles, rooms)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(subject.rawValue), SQLValue(conditions.isClosed), SQLValue(conditions.isSealed),
                SQLValue(conditions.capacity.map(Int64.init)), SQLValue(conditions.series?.name),
                .text(conditions.roles.map(\.name).joined(separator: " ")),
                .text(conditions.rooms.map(\.description).joined(separator: " ")),
            ]
        )
    }

    /// Rebuilds what a correction may have changed, from the valid entries about `subject`.
    static func replaceCirculation(of subject: EntityID, in db: Database, of log: EntryTable) throws {
        for table in ["loan", "transit", "hold"] {
            try db.run("DELETE FROM \(table) WHERE record = ?", [.integer(subject.rawValue)])
        }
        let standing = try db.first("SELECT entry FROM placement WHERE record = ?", [.integer(subject.rawValue)]) {
            EntryNumber(rawValue: $0.integer(0))
        }
        if let standing {
            let entry = try log.entry(standing)
            if case .transferred(let transfer) = entry.fact { try follow(transfer, of: entry, in: db) }
        }
        var numbers: [Int64] = []
        try db.each(
            """
            SELECT entry FROM history
            WHERE record = ? AND kind IS NULL
                AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = history.entry)
            ORDER BY entry
            """,
            [.integer(subject.rawValue)]
        ) { numbers.append($0.integer(0)) }
        for number in numbers {
            let entry = try log.entry(EntryNumber(rawValue: number))
            switch entry.fact {
            case .held(let hold): try apply(hold, of: entry, in: db)
            case .renewed(let renewal):
                if let standing, entry.number > standing { try apply(renewal, in: db) }
            default: break
            }
        }
    }
}

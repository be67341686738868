package import GRDB
package import Vocabulary

/// Charge-outs and transits, which follow from placements and renewals.
package enum ChargeOutTables: TableSet {
    package static let derived = ["loan", "transit"]
    package static let lateIndexes = ["loanByCustodian", "loanByDue", "loanByCustodianDue", "transitBySince"]

    package static func apply(_ entry: Entry, in db: Database, of log: EntryTable) throws {
        switch entry.fact {
        case .transferred(let transfer): try follow(transfer, of: entry, in: db)
        case .renewed(let renewal): try apply(renewal, in: db)
        default: break
        }
    }

    /// Updates the charge-out and the transit of an entity from its new placement.
    ///
    /// A back-dated move that does not change the placement creates neither.
    private static func follow(_ transfer: Transfer, of entry: Entry, in db: Database) throws {
        let subject = SQLValue.integer(transfer.subject.rawValue)
        let number = SQLValue.integer(entry.number.rawValue)
        for deletion in endings { try db.run(deletion, [subject]) }
        switch transfer.to {
        case .custodian(let custodian):
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

    /// Deletes the rows of an entity that its placement ended.
    private static let endings = derived.map {
        "DELETE FROM \($0) WHERE record = ?1 AND entry <> (SELECT entry FROM placement WHERE record = ?1)"
    }

    private static func apply(_ renewal: Renewal, in db: Database) throws {
        try db.run(
            "UPDATE loan SET due = ?, renewals = renewals + 1 WHERE record = ?",
            [.integer(renewal.due.microseconds), .integer(renewal.subject.rawValue)]
        )
    }

    /// Derives both from the transfer that determines the placement and the valid renewals since.
    package static func correct(_ subject: CorrectedSubject, in db: Database, of log: EntryTable) throws {
        for table in derived { try db.run("DELETE FROM \(table) WHERE record = ?", [subject.value]) }
        let placed = try db.first("SELECT entry FROM placement WHERE record = ?", [subject.value]) { $0.entry(0) }
        guard let placed else { return }
        for entry in [try log.entry(placed)] + subject.facts where entry.number >= placed {
            try apply(entry, in: db, of: log)
        }
    }
}

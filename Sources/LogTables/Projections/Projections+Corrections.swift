package import GRDB
import LogEntries
import Vocabulary

extension Projections {
    /// Applies a correction: its target becomes void or valid again, and the tables of its subject are rebuilt.
    static func apply(_ correction: Correction, of entry: Entry, in db: Database, of log: EntryTable) throws {
        try replaceVoided(of: correction.subject, in: db, of: log)
        if case .documentMoved(let move) = try origin(of: correction, by: entry.number, in: log).fact {
            try replaceHolder(of: move.document, in: db, of: log)
        }
        try replacePlacement(of: correction.subject, in: db)
        try replaceEntity(correction.subject, in: db, of: log)
        try replaceCirculation(of: correction.subject, in: db, of: log)
        try replacePullLines(of: correction.subject, in: db, of: log)
    }

    /// Rebuilds the set of voided entries about `subject`: those that a valid correction voids.
    ///
    /// A correction voids only earlier entries, so going back from the newest decides each correction before its
    /// target.
    private static func replaceVoided(of subject: EntityID, in db: Database, of log: EntryTable) throws {
        var numbers: [EntryNumber] = []
        try db.each(
            "SELECT entry FROM history WHERE record = ? AND kind IS NULL ORDER BY entry DESC",
            [.integer(subject.rawValue)]
        ) { numbers.append(EntryNumber(rawValue: $0.integer(0))) }
        var voided: Set<EntryNumber> = []
        for number in numbers {
            guard case .corrected(let correction) = try log.entry(number).fact, correction.subject == subject,
                correction.voids < number
            else { continue }
            guard !voided.contains(correction.voids) else { continue }
            try db.run("DELETE FROM voided WHERE entry = ?", [.integer(correction.voids.rawValue)])
            guard !voided.contains(number) else { continue }
            voided.insert(correction.voids)
            try db.run(
                "INSERT INTO voided (entry, by) VALUES (?, ?)",
                [.integer(correction.voids.rawValue), .integer(number.rawValue)]
            )
        }
    }

    /// Rebuilds the validity of entries in a log whose tables were derived when a correction of a correction of a
    /// correction had no effect.
    package static func recountCorrections(in db: Database) throws {
        let log = EntryTable(in: db)
        var voided: [EntryNumber] = []
        try db.each("SELECT entry FROM voided ORDER BY entry") { voided.append(EntryNumber(rawValue: $0.integer(0))) }
        for number in voided {
            let entry = try log.entry(number)
            guard case .corrected(let correction) = entry.fact else { continue }
            try apply(correction, of: entry, in: db, of: log)
            try Concealment.follow(entry, in: db)
        }
    }

    /// Replays the valid transfers in the order in which they were recorded.
    private static func replacePlacement(of subject: EntityID, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM placement WHERE record = ?").execute(arguments: [subject.rawValue])
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT entry, occurredAt, isBackDated, kind, place,
                        (SELECT min(at) FROM clockStep WHERE clockStep.entry > history.entry) AS latest
                    FROM history
                    WHERE record = ? AND kind IS NOT NULL
                        AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = history.entry)
                    ORDER BY entry
                    """
            ),
            arguments: [subject.rawValue]
        )
        var current: Row?
        for row in rows {
            let isLate =
                (row["isBackDated"] as Bool)
                && current.map { min($0["occurredAt"], $0["latest"] as Int64? ?? .max) > row["occurredAt"] as Int64 }
                    == true
            if !isLate { current = row }
        }
        guard let current else { return }
        try db.cachedStatement(
            sql: "INSERT INTO placement (record, kind, place, entry, since) VALUES (?, ?, ?, ?, ?)"
        ).execute(
            arguments: [
                subject.rawValue, current["kind"] as String, current["place"] as Int64?, current["entry"] as Int64,
                current["occurredAt"] as Int64,
            ]
        )
    }

    /// Replays the registration and the valid changes.
    private static func replaceEntity(_ subject: EntityID, in db: Database, of log: EntryTable) throws {
        let numbers = try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT entry FROM history
                    WHERE record = ? AND kind IS NULL
                        AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = history.entry)
                    ORDER BY entry
                    """
            ),
            arguments: [subject.rawValue]
        )
        var titleEntry: Int64?
        var conditions = Conditions.none
        var (kind, home, parent): (EntityKind?, EntityID?, EntityID?) = (nil, nil, nil)
        for number in numbers {
            switch try log.entry(EntryNumber(rawValue: number)).fact {
            case .registered(let registration):
                titleEntry = registration.title == nil ? nil : number
                (kind, home, parent) = (registration.kind, registration.home, registration.parent)
            case .changed(let change):
                titleEntry = change.title == .kept ? titleEntry : change.title.applied(to: nil).map { _ in number }
                kind = change.kind.applied(to: kind)
                home = change.home.applied(to: home)
                parent = change.parent.applied(to: parent)
                conditions = conditions.applying(change.conditions)
            default: break
            }
        }
        guard let kind else { throw LogDamage("record \(subject) was never registered") }
        try db.cachedStatement(
            sql: "UPDATE record SET titleEntry = ?, kind = ?, home = ?, parent = ? WHERE id = ?"
        ).execute(arguments: [titleEntry, kind.name, home?.rawValue, parent?.rawValue, subject.rawValue])
        try replace(conditions, of: subject, in: db)
    }
}

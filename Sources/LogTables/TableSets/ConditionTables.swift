package import GRDB
package import Vocabulary

/// The conditions on entities that the move rules apply, and the holds that were not released.
package enum ConditionTables: TableSet {
    package static let derived = ["condition", "hold"]
    package static let lateIndexes = ["holdByRecord"]

    package static func apply(_ entry: Entry, in db: Database, of log: EntryTable) throws {
        switch entry.fact {
        case .changed(let change) where change.conditions != .none:
            let known = try conditions(of: change.subject, in: db)
            try store(known.applying(change.conditions), of: change.subject, in: db)
        case .held(let hold): try apply(hold, of: entry, in: db)
        default: break
        }
    }

    /// Replays the valid changes and holds.
    package static func correct(_ subject: CorrectedSubject, in db: Database, of log: EntryTable) throws {
        try db.run("DELETE FROM hold WHERE record = ?", [subject.value])
        var conditions = Conditions.none
        for entry in subject.facts {
            switch entry.fact {
            case .changed(let change): conditions = conditions.applying(change.conditions)
            case .held(let hold): try apply(hold, of: entry, in: db)
            default: break
            }
        }
        try store(conditions, of: subject.id, in: db)
    }

    private static func apply(_ hold: Hold, of entry: Entry, in db: Database) throws {
        switch hold.stage {
        case .placed:
            try db.run(
                "INSERT INTO hold (entry, record) VALUES (?, ?)",
                [.integer(entry.number.rawValue), .integer(hold.subject.rawValue)]
            )
        case .released(let placed): try db.run("DELETE FROM hold WHERE entry = ?", [.integer(placed.rawValue)])
        }
    }

    /// The columns of ``SQLRow/conditions(from:)``.
    package static let columns = "isClosed, isSealed, capacity, series, roles, rooms"

    private static func conditions(of entity: EntityID, in db: Database) throws -> Conditions {
        try db.first("SELECT \(columns) FROM condition WHERE record = ?", [.integer(entity.rawValue)]) {
            $0.conditions(from: 0)
        } ?? .none
    }

    /// Stores a row only for an entity with conditions.
    private static func store(_ conditions: Conditions, of entity: EntityID, in db: Database) throws {
        try db.run("DELETE FROM condition WHERE record = ?", [.integer(entity.rawValue)])
        guard conditions != .none else { return }
        try db.run(
            "INSERT INTO condition (record, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                .integer(entity.rawValue), SQLValue(conditions.isClosed), SQLValue(conditions.wasSealedByChange),
                SQLValue(conditions.capacity.map(Int64.init)), SQLValue(conditions.series?.name),
                .text(conditions.roles.map(\.name).joined(separator: " ")),
                .text(conditions.rooms.map(\.description).joined(separator: " ")),
            ]
        )
    }
}

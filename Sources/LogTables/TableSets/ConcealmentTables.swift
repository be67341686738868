package import GRDB
package import Vocabulary

/// Restrictions and expungements, and the level at which each entity is concealed because of them.
///
/// A seal, a restriction or an expungement covers its subject and all contents at any depth. The level of an entity is
/// the highest that covers it. An expungement erases data about one entity only, so its contents count as sealed. An
/// entity that is open to everyone has no row in `concealment`, and moving it needs no query.
///
/// `concealment` is derived from `restriction`, `condition` and `placement`. ``follow(_:in:)`` updates it as entries
/// are appended, ``complete(in:)`` derives all of it, and verification compares the two.
package enum ConcealmentTables: TableSet {
    package static let derived = ["restriction", "concealment"]

    package static func apply(_ entry: Entry, in db: Database, of log: EntryTable) throws {
        switch entry.fact {
        case .restricted(let restriction) where restriction.to == .open:
            // Expungement is permanent.
            try db.run(
                "DELETE FROM restriction WHERE record = ? AND level < 3",
                [.integer(restriction.subject.rawValue)]
            )
        case .restricted(let restriction): try restrict(restriction.subject, to: restriction.to, by: entry, in: db)
        case .expunged(let expungement) where expungement.stage != .requested:
            try restrict(expungement.subject, to: .expunged, by: entry, in: db)
        default: break
        }
    }

    private static func restrict(
        _ entity: EntityID,
        to level: Restriction.Level,
        by entry: Entry,
        in db: Database
    ) throws {
        try db.run(
            """
            INSERT INTO restriction (record, level, entry) VALUES (?, ?, ?)
            ON CONFLICT (record) DO UPDATE SET level = excluded.level, entry = excluded.entry WHERE level < 3
            """,
            [.integer(entity.rawValue), .integer(Int64(level.rawValue)), .integer(entry.number.rawValue)]
        )
    }

    /// Updates the levels that `entry` changes.
    package static func follow(_ entry: Entry, in db: Database) throws {
        switch entry.fact {
        case .transferred, .restricted, .expunged, .corrected: break
        case .changed(let change) where change.conditions.isSealed != .kept: break
        default: return
        }
        guard let subject = entry.subject else { return }
        let id = SQLValue.integer(subject.rawValue)
        try db.run(dropStaleLevel, [id])
        let isDropped = db.changesCount > 0
        try db.run(addLevel, [id])
        // The levels of the contents depend only on the level of their container.
        guard isDropped || db.changesCount > 0 else { return }
        try db.run(dropContents, [id])
        try db.run(addContents, [id])
    }

    /// Derives all levels.
    package static func complete(in db: Database) throws {
        try db.execute(sql: "DELETE FROM concealment")
        let question =
            "SELECT EXISTS (SELECT 1 FROM restriction) OR EXISTS (SELECT 1 FROM condition WHERE isSealed = 1)"
        guard try db.first(question, value: { $0.integer(0) != 0 }) == true else { return }
        // A replay may not have created this index yet.
        try db.execute(
            sql: """
                CREATE INDEX IF NOT EXISTS placementByPlace ON placement (place, record) WHERE place IS NOT NULL;
                INSERT INTO concealment (record, level) \(everything)
                """
        )
    }

    /// Where the levels are found in logs of different versions.
    package enum Source: Sendable, Hashable {
        /// A log without restrictions.
        case none
        /// A read-only log of an earlier version, whose levels are computed for each query.
        case derived
        case table

        package init(of db: Database) throws {
            if try db.tableExists("concealment") {
                self = .table
            } else {
                self = try db.tableExists("restriction") ? .derived : .none
            }
        }

        /// The SQL source of `record` and `level`.
        package var sql: String {
            switch self {
            case .none: "(SELECT NULL AS record, NULL AS level WHERE 0)"
            case .derived: "(\(everything))"
            case .table: "concealment"
            }
        }
    }

    /// SQL for an entity's own level, 0 for none; `column` holds its number.
    private static func own(_ column: String) -> String {
        """
        max(coalesce((SELECT restriction.level FROM restriction WHERE restriction.record = \(column)), 0), \
        coalesce((SELECT 2 * condition.isSealed FROM condition WHERE condition.record = \(column)), 0))
        """
    }

    /// SQL for the level of entity `?1`, from its own level and that of its container.
    private static let level = """
        max(\(own("?1")), coalesce((
            SELECT min(outer.level, 2) FROM placement JOIN concealment AS outer ON outer.record = placement.place
            WHERE placement.record = ?1 AND placement.kind = 'container'
        ), 0))
        """

    private static let dropStaleLevel = "DELETE FROM concealment WHERE record = ?1 AND level <> \(level)"

    private static let addLevel = """
        INSERT INTO concealment (record, level) SELECT ?1, level FROM (SELECT \(level) AS level) WHERE level > 0
        ON CONFLICT DO NOTHING
        """

    /// SQL for the contents of entity `?1` at any depth with their levels, derived from the level of `?1`.
    private static let contents = """
        WITH RECURSIVE inside (id, level) AS (
            SELECT ?1, coalesce((SELECT level FROM concealment WHERE record = ?1), 0)
            UNION SELECT placement.record, max(\(own("placement.record")), min(inside.level, 2))
                FROM inside JOIN placement ON placement.place = inside.id AND placement.kind = 'container'
        )
        """

    private static let dropContents = """
        DELETE FROM concealment WHERE record IN (\(contents) SELECT id FROM inside WHERE id <> ?1)
        """

    private static let addContents = """
        INSERT INTO concealment (record, level)
        \(contents) SELECT id, max(level) FROM inside WHERE id <> ?1 AND level > 0 GROUP BY id
        """

    /// SQL for all concealed entities with their levels, from the tables of seals, restrictions and placements.
    private static let everything = """
        WITH RECURSIVE covered (id, level) AS (
            SELECT record, level FROM restriction
            UNION SELECT record, 2 FROM condition WHERE isSealed = 1
            UNION SELECT placement.record, min(covered.level, 2)
                FROM covered JOIN placement ON placement.place = covered.id AND placement.kind = 'container'
        )
        SELECT id AS record, max(level) AS level FROM covered GROUP BY id
        """
}

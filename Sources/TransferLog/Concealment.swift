import GRDB
import Records

/// How far things are concealed: the table `concealment`.
///
/// A seal, a restriction and an expungement cover the thing that they are about and everything that lies in it, at any
/// depth. The level of a thing is the highest of those that cover it. What an expungement erased was about one thing, so
/// its contents count as sealed. A thing that everybody may know of has no row, and moving it costs no query.
///
/// The table follows from `restriction`, `condition` and `placement`. ``follow(_:in:)`` keeps it up to date as entries are
/// appended, ``derive(in:)`` computes it from nothing, and a verification compares the two.
enum Concealment {
    /// Brings the table up to date after `entry` was applied to the other tables.
    static func follow(_ entry: Entry, in db: Database) throws {
        switch entry.fact {
        case .transferred, .restricted, .expunged, .corrected: break
        case .changed(let change) where change.conditions.isSealed != .kept: break
        default: return
        }
        guard let subject = entry.subject else { return }
        let id = SQLValue.integer(subject.rawValue)
        try db.run(dropStaleLevel, id)
        let isDropped = db.changesCount > 0
        try db.run(addLevel, id)
        // What lies in a thing follows its level alone.
        guard isDropped || db.changesCount > 0 else { return }
        try db.run(dropContents, id)
        try db.run(addContents, id)
    }

    /// Computes the whole table from the others.
    static func derive(in db: Database) throws {
        try db.execute(sql: "DELETE FROM concealment")
        let question =
            "SELECT EXISTS (SELECT 1 FROM restriction) OR EXISTS (SELECT 1 FROM condition WHERE isSealed = 1)"
        guard try db.first(question, value: { $0.integer(0) != 0 }) == true else { return }
        // A replay does without this index up to here.
        try db.execute(
            sql: """
                CREATE INDEX IF NOT EXISTS placementByPlace ON placement (place, record) WHERE place IS NOT NULL;
                INSERT INTO concealment (record, level) \(everything)
                """
        )
    }

    /// Where the levels stand in logs of different versions.
    enum Source: Sendable, Hashable {
        /// A log that knows no restrictions.
        case none
        /// A log of an earlier version, which is only read: its levels are computed as they are asked for.
        case derived
        case table

        init(of db: Database) throws {
            if try db.tableExists("concealment") {
                self = .table
            } else {
                self = try db.tableExists("restriction") ? .derived : .none
            }
        }

        /// What to select `record` and `level` from.
        var sql: String {
            switch self {
            case .none: "(SELECT NULL AS record, NULL AS level WHERE 0)"
            case .derived: "(\(everything))"
            case .table: "concealment"
            }
        }
    }

    /// The level that a thing has of its own, 0 for none; `column` holds its number.
    private static func own(_ column: String) -> String {
        """
        max(coalesce((SELECT restriction.level FROM restriction WHERE restriction.record = \(column)), 0), \
        coalesce((SELECT 2 * condition.isSealed FROM condition WHERE condition.record = \(column)), 0))
        """
    }

    /// The level of thing `?1`, from its own and from that of the container in which it lies.
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

    /// The contents of thing `?1` at any depth with their levels, which follow from that of `?1`.
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

    /// Every thing that is covered, with its level, from the tables of seals, restrictions and placements.
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

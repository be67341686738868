import Barcodes
import Localization
import LogEntries
import LogProof
import LogTables
public import Vocabulary

public import struct Vocabulary.Entity

extension LogView {
    /// Maximum nesting; deeper nesting is damage.
    static let deepestNesting = 64

    /// The placement of `id` after its last transfer; nil when there was none.
    ///
    /// With a `moment`, its placement then, by the times at which moves happened.
    public func lastPlacement(of id: EntityID, at moment: Timestamp? = nil) throws -> DatedPlacement? {
        if let moment { return try pastPlacement(of: id, at: moment) }
        let query = "SELECT kind, place, entry, since FROM placement WHERE record = ?"
        return try db.first(query, [.integer(id.rawValue)]) { try Self.standing($0) }
    }

    /// The placement verified against its entry, so that an altered table is never returned as the truth.
    func witnessedPlacement(of id: EntityID, at moment: Timestamp?) throws -> DatedPlacement? {
        guard let standing = try lastPlacement(of: id, at: moment) else { return nil }
        try witness(standing, of: id)
        return standing
    }

    private func witness(_ standing: DatedPlacement, of id: EntityID) throws {
        let entry = try entry(standing.entry)
        guard case .transferred(let transfer) = entry.fact, transfer.subject == id,
            transfer.to == standing.placement, entry.occurredAt == standing.since
        else {
            throw TransferLogError.staleTables(
                Message("the table placement does not agree with entry \(standing.entry, "entry")")
            )
        }
    }

    /// Verifies a listed entity and its placement against their entries.
    ///
    /// Throws ``TransferLogError/staleTables(_:)`` or ``TransferLogError/damaged(_:)`` when they do not agree.
    public func witness(_ entity: Entity, _ standing: DatedPlacement) throws {
        try witness(standing, of: entity.id)
        try witnessTitle(of: entity)
    }

    /// Verifies the title of `record` against the entry that set it, so that altered text is never shown as the
    /// title.
    public func witnessTitle(of entity: Entity) throws {
        let question = """
            SELECT entry.number, entry.body, entry.leafHash, text.salt FROM record
            JOIN entry ON entry.number = record.titleEntry
            LEFT JOIN text ON text.entry = entry.number AND text.field = 'title'
            WHERE record.id = ?
            """
        try db.each(question, [.integer(entity.id.rawValue)]) { row in
            let (number, body) = (row.integer(0), row.bytes(1))
            guard row.withBytes(2, { TreeHash($0) }) == TreeHash(ofLeaf: body) else {
                throw LogDamage.notWhatWasWritten(number)
            }
            guard let title = entity.title, let salt = Salt(row.bytes(3)),
                Commitment(to: title, salt: salt).stands(in: body, as: .title)
            else {
                throw TransferLogError.damaged(Message("the title of entry \(number, "entry") is not what was written"))
            }
        }
    }

    /// The containers around `placement`, innermost first.
    ///
    /// Throws ``TransferLogError/tooDeep(_:)`` for damaged or very deep nesting.
    public func containers(around placement: Placement) throws -> [EntityID] {
        var found: [EntityID] = []
        var current = placement
        while case .container(let id) = current {
            if found.contains(id) { break }
            found.append(id)
            guard found.count <= Self.deepestNesting else { throw Self.tooDeep(try existing(id)) }
            guard let outer = try lastPlacement(of: id) else { break }
            current = outer.placement
        }
        return found
    }

    /// The depth of nesting within `id`: 0 when it is empty, limited to the maximum that can be followed.
    public func depth(within id: EntityID) throws -> Int {
        let question = """
            WITH RECURSIVE inside (id, depth) AS (
                VALUES (?1, 0)
                UNION SELECT placement.record, depth + 1 FROM inside JOIN placement ON placement.place = inside.id
                    WHERE depth < ?2 AND \(visible("placement.record"))
            )
            SELECT max(depth) FROM inside
            """
        return try db.first(question, [.integer(id.rawValue), .integer(Int64(Self.deepestNesting))]) {
            Int($0.integer(0))
        } ?? 0
    }

    /// The depth of nested locations from the location `id` inward, including itself.
    public func locationDepth(from id: EntityID) throws -> Int {
        let question = """
            WITH RECURSIVE inside (id, depth) AS (
                VALUES (?1, 1)
                UNION SELECT record.id, depth + 1 FROM inside JOIN record ON record.parent = inside.id WHERE depth < ?2
            )
            SELECT max(depth) FROM inside
            """
        return try db.first(question, [.integer(id.rawValue), .integer(Int64(Self.deepestNesting))]) {
            Int($0.integer(0))
        } ?? 1
    }

    /// The entities directly at, in or with `id`, after `cursor`, at most `limit`.
    public func contents(of id: EntityID, after cursor: EntityID?, limit: Int) throws -> [(Entity, DatedPlacement)] {
        let seen = try hasCirculation ? "sighting.entry, sighting.seenAt" : "NULL, NULL"
        let counts = try hasCirculation ? "LEFT JOIN sighting ON sighting.record = placement.record" : ""
        let isVisible = visible("placement.record")
        let found = try db.all(
            """
            SELECT record.id, record.type, record.kind, barcode.text, text.text, record.home, record.parent,
                placement.kind, placement.place, placement.entry, placement.since, \(seen)
            FROM placement \(counts)
            JOIN record ON record.id = placement.record
            JOIN barcode ON barcode.record = record.id AND barcode.isPrimary = 1
            LEFT JOIN text ON text.entry = record.titleEntry AND text.field = 'title'
            WHERE placement.place = ? AND placement.record > ? AND \(isVisible)
            ORDER BY placement.record LIMIT ?
            """,
            [.integer(id.rawValue), .integer(cursor?.rawValue ?? 0), .integer(Int64(limit))]
        ) { row in
            var standing = try Self.standing(row, from: 7)
            if let entry = row.optionalInteger(11), let seenAt = row.optionalInteger(12) {
                standing.sighting = CountSighting(
                    entry: EntryNumber(rawValue: entry),
                    seenAt: Timestamp(clamping: seenAt)
                )
            }
            return (try Self.entity(row), standing)
        }
        return zip(try shown(found.map(\.0)), found.map(\.1)).map { ($0, $1) }
    }

    /// The locations directly within the location `id`.
    public func locations(within id: EntityID, after cursor: EntityID?, limit: Int) throws -> [Entity] {
        try db.all(
            Self.entityQuery + " WHERE record.parent = ? AND record.id > ? ORDER BY record.id LIMIT ?",
            [.integer(id.rawValue), .integer(cursor?.rawValue ?? 0), .integer(Int64(limit))],
            value: Self.entity
        )
    }

    /// The entity, which must exist because another row refers to it.
    func existing(_ id: EntityID) throws -> Entity {
        guard let entity = try stored(id) else {
            throw TransferLogError.damaged(Message("something refers to record \(id, "record"), which does not exist"))
        }
        return entity
    }

    static func tooDeep(_ entity: Entity) -> TransferLogError {
        .tooDeep(item: entity.barcode.text, limit: deepestNesting)
    }

    /// Decodes a placement from four consecutive columns: kind, place, entry and time.
    static func standing(_ row: SQLRow, from column: Int32 = 0) throws -> DatedPlacement {
        let place = row.optionalEntity(column + 1)
        guard let placement = Placement(word: row.text(column), place: place) else {
            throw TransferLogError.damaged(
                Message("entry \(row.integer(column + 2), "entry") left an impossible placement")
            )
        }
        return DatedPlacement(placement: placement, entry: row.entry(column + 2), since: row.moment(column + 3))
    }
}

public import Barcodes
import Localization
import LogProof
import LogTables
public import Vocabulary

public import struct Vocabulary.Entity

/// Queries for many entities, with as many statements as for one.
extension LogView {
    /// The entities with these barcodes, primary or alias, that the caller may see.
    public func entities(barcodes: [Barcode]) throws -> [Barcode: Entity] {
        let texts = JSONValue.array(barcodes.map { .string($0.text) })
        var found: [String: EntityID] = [:]
        try db.each(
            "SELECT text, record FROM barcode WHERE text IN (SELECT value FROM json_each(?))",
            [.text(String(decoding: texts.canonicalBytes, as: UTF8.self))]
        ) { found[$0.text(0)] = $0.entity(1) }
        let entities = try entities(Array(Set(found.values)))
        var answers: [Barcode: Entity] = [:]
        for barcode in barcodes { answers[barcode] = found[barcode.text].flatMap { entities[$0] } }
        return answers
    }

    /// The entities with these numbers that the caller may see.
    public func entities(_ ids: [EntityID]) throws -> [EntityID: Entity] {
        Dictionary(uniqueKeysWithValues: try shown(stored(ids)).map { ($0.id, $0) })
    }

    /// The placements of these entities, now or at a `moment`, by the times at which moves happened.
    public func placements(of ids: [EntityID], at moment: Timestamp? = nil) throws -> [EntityID: Placement] {
        let past = """
            SELECT history.record, history.kind, history.place
            FROM json_each(?1) AS asked JOIN history ON history.record = asked.value
                AND history.entry = \(Self.standingEntry.replacing("?1", with: "asked.value"))
            """
        let present = """
            SELECT record, kind, place FROM placement WHERE record IN (SELECT value FROM json_each(?1)) AND ?2 IS NULL
            """
        var found: [EntityID: Placement] = [:]
        try db.each(moment == nil ? present : past, [Self.json(ids), SQLValue(moment?.microseconds)]) { row in
            let place = row.optionalEntity(2)
            guard let placement = Placement(word: row.text(1), place: place) else {
                throw TransferLogError.damaged(
                    Message("record \(row.integer(0), "record") has an impossible placement")
                )
            }
            found[row.entity(0)] = placement
        }
        return found
    }

    /// For each entity, the conditions, seals and holds on it and on its contents at any depth.
    public func bound(within ids: [EntityID]) throws -> [EntityID: [Constraint]] {
        var found: [EntityID: [Constraint]] = [:]
        try db.each(
            """
            WITH RECURSIVE inside (root, id) AS (
                SELECT value, value FROM json_each(?1)
                UNION SELECT root, placement.record FROM inside JOIN placement ON placement.place = inside.id
            )
            SELECT inside.root, inside.id, (SELECT text FROM barcode WHERE record = inside.id AND isPrimary = 1),
                EXISTS (SELECT 1 FROM hold WHERE hold.record = inside.id) AS isHeld,
                coalesce(isClosed, 0), coalesce(isSealed, 0), capacity, series, coalesce(roles, ''), coalesce(rooms, ''),
                coalesce(isSealed, 0) OR coalesce(restriction.level, 0) = 2, NOT (\(visible("inside.id"))),
                (SELECT type FROM record WHERE id = inside.id)
            FROM inside LEFT JOIN condition ON condition.record = inside.id
            LEFT JOIN restriction ON restriction.record = inside.id
            WHERE condition.record IS NOT NULL OR restriction.level = 2
                OR EXISTS (SELECT 1 FROM hold WHERE hold.record = inside.id)
            ORDER BY inside.root, inside.id
            """,
            [Self.json(ids)]
        ) { row in
            found[row.entity(0), default: []].append(
                Constraint(
                    entity: row.entity(1),
                    barcode: row.text(2),
                    type: EntityType(rawValue: row.text(12)) ?? .item,
                    conditions: row.conditions(from: 4),
                    isHeld: row.integer(3) != 0,
                    isSealed: row.integer(10) != 0,
                    isHidden: row.integer(11) != 0
                )
            )
        }
        return found
    }

    /// The surroundings of these entities, innermost first, up to a custodian or the innermost location.
    ///
    /// Throws ``TransferLogError/tooDeep(_:)`` for damaged or very deep nesting.
    public func surroundings(of ids: [EntityID]) throws -> [EntityID: [Enclosure]] {
        var steps: [(subject: EntityID, id: EntityID, isHeld: Bool)] = []
        try db.each(
            """
            WITH RECURSIVE around (subject, id, depth) AS (
                SELECT placement.record, placement.place, 1 FROM placement
                    WHERE placement.record IN (SELECT value FROM json_each(?1)) AND placement.place IS NOT NULL
                UNION ALL SELECT around.subject, placement.place, depth + 1 FROM around
                    JOIN record ON record.id = around.id AND record.type = 'container'
                    JOIN placement ON placement.record = around.id AND placement.place IS NOT NULL
                    WHERE depth <= ?2
            )
            SELECT around.subject, around.id, depth, EXISTS (SELECT 1 FROM hold WHERE hold.record = around.id)
            FROM around ORDER BY around.subject, depth
            """,
            [Self.json(ids), .integer(Int64(Self.deepestNesting))]
        ) { row in
            let subject = row.entity(0)
            guard row.integer(2) <= Self.deepestNesting else { throw Self.tooDeep(try existing(subject)) }
            steps.append((subject, row.entity(1), row.integer(3) != 0))
        }
        let outer = try stored(Array(Set(steps.map(\.id))))
        let entities = Dictionary(uniqueKeysWithValues: outer.map { ($0.id, $0) })
        var found: [EntityID: [Enclosure]] = [:]
        for step in steps {
            let entity = try entities[step.id] ?? existing(step.id)
            let around = Enclosure(entity: entity, isHeld: step.isHeld)
            found[step.subject, default: []].append(around)
        }
        return found
    }

    /// The transits of these entities; those that are not in transit are left out.
    public func transits(of ids: [EntityID]) throws -> [EntityID: Transit] {
        var found: [EntityID: Transit] = [:]
        try db.each(Self.transitQuery + " WHERE record IN (SELECT value FROM json_each(?))", [Self.json(ids)]) { row in
            let transit = Self.transit(row)
            found[transit.entity] = transit
        }
        return found
    }

    /// The principals who last counted these entities; those that were never counted are left out.
    public func counters(of ids: [EntityID]) throws -> [EntityID: Principal] {
        var counts: [EntityID: Int64] = [:]
        try db.each(
            "SELECT record, entry FROM sighting WHERE record IN (SELECT value FROM json_each(?))",
            [Self.json(ids)]
        ) { counts[$0.entity(0)] = $0.integer(1) }
        guard !counts.isEmpty else { return [:] }
        // A count entry covers many entities, so it is read only once.
        var principals: [Int64: Principal] = [:]
        try db.each(
            """
            SELECT number, json_extract(CAST(body AS TEXT), '$.principal') FROM entry
            WHERE number IN (SELECT entry FROM sighting WHERE record IN (SELECT value FROM json_each(?)))
            """,
            [Self.json(ids)]
        ) { principals[$0.integer(0)] = Principal($0.text(1)) }
        return counts.compactMapValues { principals[$0] }
    }

    /// The entities with these numbers, including concealed ones.
    private func stored(_ ids: [EntityID]) throws -> [Entity] {
        guard !ids.isEmpty else { return [] }
        return try db.all(
            Self.entityQuery + " WHERE record.id IN (SELECT value FROM json_each(?))",
            [Self.json(ids)],
            value: Self.entity
        )
    }

    static func json(_ ids: [EntityID]) -> SQLValue { .text("[" + ids.map(\.description).joined(separator: ",") + "]") }
}

import GRDB
import LogTables
public import Vocabulary

public import struct Vocabulary.Entity

extension LogView {
    /// The conditions of `id` that the move rules apply.
    public func conditions(of id: EntityID) throws -> Conditions {
        guard try hasCirculation else { return .none }
        let query = "SELECT \(ConditionTables.columns) FROM condition WHERE record = ?"
        return try db.first(query, [.integer(id.rawValue)]) { $0.conditions(from: 0) } ?? .none
    }

    /// The charge-out of `id` itself; nil when it is not charged out, or only as part of its container.
    public func chargeOut(of id: EntityID) throws -> ChargeOut? {
        guard try hasCirculation else { return nil }
        return try db.first(Self.chargeOutQuery + " WHERE record = ?", [.integer(id.rawValue)], value: Self.chargeOut)
    }

    /// The charge-outs in the order of their entities, after `cursor`.
    ///
    /// - Parameter custodian: if given, only the charge-outs to this custodian.
    public func chargeOuts(
        of custodian: EntityID? = nil,
        after cursor: EntityID?,
        limit: Int
    ) throws -> [(Entity, ChargeOut)] {
        let whose = custodian == nil ? "?3 IS NULL" : "custodian = ?3"
        return try chargeOuts(
            "record > ?1 AND \(whose) AND \(visible("loan.record")) ORDER BY record LIMIT ?2",
            [.integer(cursor?.rawValue ?? 0), .integer(Int64(limit)), SQLValue(custodian?.rawValue)]
        )
    }

    /// The charge-outs due before `instant`, longest overdue first, after `cursor`.
    ///
    /// - Parameter custodian: if given, only the charge-outs to this custodian.
    public func overdue(
        of custodian: EntityID? = nil,
        at instant: Timestamp,
        after cursor: MomentCursor?,
        limit: Int
    ) throws -> [(Entity, ChargeOut)] {
        let whose = custodian == nil ? "?5 IS NULL" : "custodian = ?5"
        return try chargeOuts(
            """
            due < ?1 AND (due, record) > (?2, ?3) AND \(whose) AND \(visible("loan.record"))
            ORDER BY due, record LIMIT ?4
            """,
            [
                .integer(instant.microseconds), .integer(cursor?.moment.microseconds ?? .min),
                .integer(cursor?.entity.rawValue ?? 0), .integer(Int64(limit)), SQLValue(custodian?.rawValue),
            ]
        )
    }

    private func chargeOuts(_ condition: String, _ values: [SQLValue]) throws -> [(Entity, ChargeOut)] {
        let chargeOuts = try db.all(Self.chargeOutQuery + " WHERE \(condition)", values, value: Self.chargeOut)
        let entities = try entities(chargeOuts.map(\.entity))
        return chargeOuts.compactMap { chargeOut in entities[chargeOut.entity].map { ($0, chargeOut) } }
    }

    /// The transits that began before `instant`, oldest first, at most `limit`.
    public func transits(
        since instant: Timestamp,
        after cursor: MomentCursor?,
        limit: Int
    ) throws -> [(Entity, Transit)] {
        let transits = try db.all(
            """
            \(Self.transitQuery) WHERE since <= ? AND (since, record) > (?, ?) AND \(visible("transit.record"))
            ORDER BY since, record LIMIT ?
            """,
            [
                .integer(instant.microseconds), .integer(cursor?.moment.microseconds ?? .min),
                .integer(cursor?.entity.rawValue ?? 0), .integer(Int64(limit)),
            ]
        ) { Self.transit($0) }
        let entities = try entities(transits.map(\.entity))
        return try transits.map { (try entities[$0.entity] ?? existing($0.entity), $0) }
    }

    /// The placement of `id` according to its valid transfers other than `number`; nil when there are none.
    public func placement(of id: EntityID, without number: EntryNumber) throws -> Placement? {
        try db.first(
            """
            SELECT kind, place FROM history
            WHERE record = ? AND entry <> ? AND kind IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = history.entry)
            ORDER BY entry DESC LIMIT 1
            """,
            [.integer(id.rawValue), .integer(number.rawValue)]
        ) { Placement(word: $0.text(0), place: $0.optionalEntity(1)) }.flatMap { $0 }
    }

    /// The holds on `id` that have not been released, oldest first.
    public func holds(on id: EntityID) throws -> [EntryNumber] {
        try db.all("SELECT entry FROM hold WHERE record = ? ORDER BY entry", [.integer(id.rawValue)]) { $0.entry(0) }
    }

    /// Unreleased holds after `cursor`, oldest first.
    public func holds(after cursor: EntryNumber?, limit: Int) throws -> [Entry] {
        let found = try db.all(
            "SELECT entry FROM hold WHERE entry > ? AND \(visible("hold.record")) ORDER BY entry LIMIT ?",
            [.integer(cursor?.rawValue ?? 0), .integer(Int64(limit))]
        ) { $0.entry(0) }
        return try found.map(entry)
    }

    /// The number of entities visible to the caller directly at, in or with `id`; counts no further than `limit`.
    public func occupancy(of id: EntityID, upTo limit: Int) throws -> Int {
        try db.first(
            "SELECT count(*) FROM (SELECT 1 FROM placement WHERE place = ? AND \(visible("placement.record")) LIMIT ?)",
            [.integer(id.rawValue), .integer(Int64(limit))]
        ) { Int($0.integer(0)) } ?? 0
    }

    /// The last sighting of `id` in a count; nil when there is none.
    public func sighting(of id: EntityID) throws -> CountSighting? {
        // A read-only log of an earlier version does not have this table.
        guard try hasCirculation else { return nil }
        return try db.first("SELECT entry, seenAt FROM sighting WHERE record = ?", [.integer(id.rawValue)]) { row in
            CountSighting(entry: row.entry(0), seenAt: row.moment(1))
        }
    }

    /// The entities around `placement`, innermost first: containers, then a custodian, or a location and its enclosing
    /// locations.
    ///
    /// Throws ``TransferLogError/tooDeep(_:)`` for damaged or very deep nesting.
    ///
    /// - Parameter stopsAtLocation: whether to return only the innermost location.
    public func surroundings(of placement: Placement, stopsAtLocation: Bool = false) throws -> [Entity] {
        var found: [Entity] = []
        var next = placement.place
        while let id = next {
            let entity = try existing(id)
            if found.contains(where: { $0.id == id }) { break }
            found.append(entity)
            guard found.count <= Self.deepestNesting else { throw Self.tooDeep(entity) }
            next =
                switch entity.type {
                case .location: stopsAtLocation ? nil : entity.parent
                case .container: try lastPlacement(of: id)?.placement.place
                case .custodian, .item: nil
                }
        }
        return found
    }

    var hasCirculation: Bool { get throws { try db.tableExists("sighting") } }

    private static let chargeOutQuery = "SELECT record, entry, custodian, since, due, renewals FROM loan"

    private static func chargeOut(_ row: SQLRow) -> ChargeOut {
        ChargeOut(
            entity: row.entity(0),
            entry: row.entry(1),
            custodian: row.entity(2),
            since: row.moment(3),
            due: row.optionalMoment(4),
            renewals: Int(row.integer(5))
        )
    }

    static let transitQuery = "SELECT record, entry, since, sender, recipient FROM transit"

    static func transit(_ row: SQLRow) -> Transit {
        Transit(
            entity: row.entity(0),
            entry: row.entry(1),
            since: row.moment(2),
            sender: row.optionalEntity(3),
            recipient: row.optionalEntity(4)
        )
    }
}

public import Barcodes
import GRDB
import Localization
import LogTables
public import Vocabulary

public import struct Vocabulary.Entity

/// A consistent snapshot of the log for queries.
///
/// It is valid only within one closure, on that closure's thread. Queries throw `LogDamage` or
/// ``TransferLogError/damaged(_:)`` for content that the daemon cannot have written, and the errors of SQLite;
/// ``TransferLog/read(as:_:)`` and ``TransferLog/write(as:noting:_:)`` report all as ``TransferLogError``. What else a
/// query throws is said with it.
public struct LogView {
    let db: Database
    /// The caller's clearance; entities outside it are treated as nonexistent.
    let clearance: Clearance
    /// Collects the queries for concealed entities.
    let disclosures: Disclosures?
    /// The source of the concealment levels.
    let concealment: ConcealmentTables.Source

    init(
        db: Database,
        clearance: Clearance = .everything,
        disclosures: Disclosures? = nil,
        concealment: ConcealmentTables.Source = .table
    ) {
        self.db = db
        self.clearance = clearance
        self.disclosures = disclosures
        self.concealment = concealment
    }

    /// This snapshot with a clearance limited to both the caller's and `other`.
    public func narrowed(to other: Clearance) -> LogView {
        LogView(db: db, clearance: min(clearance, other), concealment: concealment)
    }

    /// Why a query ignores the caller's clearance.
    public enum Exception: Sendable, Hashable, CaseIterable {
        /// A constraint applies even if the caller may not know about it; its message names nothing.
        case constraint
        /// A print batch is ended or settled as a whole, whoever does it.
        case wholeRun
    }

    /// This snapshot without concealment; its data must not reach the caller.
    public func unfiltered(because exception: Exception) -> LogView { LogView(db: db, concealment: concealment) }
}

@available(*, unavailable)
extension LogView: Sendable {}

extension LogView {
    /// The entity with this barcode, primary or alias.
    public func entity(barcode: Barcode) throws -> Entity? {
        // Most scans are of a primary barcode, so it is looked up first in a single query.
        let own = try db.first(Self.entityByBarcode, [.text(barcode.text)], value: Self.entity)
        if let own { return try shown(own) }
        let id = try db.first("SELECT record FROM barcode WHERE text = ?", [.text(barcode.text)]) { $0.integer(0) }
        if let id { return try entity(EntityID(rawValue: id)) }
        // A missing entity is looked up like a concealed one, so that the response time does not differ.
        if clearance < .everything { _ = try restriction(of: EntityID(rawValue: 0)) }
        return nil
    }

    /// The entity registered by entry `id`.
    public func entity(_ id: EntityID) throws -> Entity? { try shown(stored(id)) }

    /// The entity registered by entry `id`, even if it is concealed.
    func stored(_ id: EntityID) throws -> Entity? {
        try db.first(Self.entityByID, [.integer(id.rawValue)], value: Self.entity)
    }

    /// Records of one type in the order of their registration, after `cursor`, at most `limit`.
    public func entities(of type: EntityType, after cursor: EntityID?, limit: Int) throws -> [Entity] {
        let isVisible = visible("record.id")
        let found = try db.all(
            Self.entityQuery
                + " WHERE record.type = ? AND record.id > ? AND \(isVisible) ORDER BY record.id LIMIT ?",
            [.text(type.rawValue), .integer(cursor?.rawValue ?? 0), .integer(Int64(limit))],
            value: Self.entity
        )
        return try shown(found)
    }

    /// The number of entities of each type.
    public func entityCounts() throws -> [EntityType: Int] {
        var counts: [EntityType: Int] = [:]
        // A read-only log of an earlier version does not have this table.
        let isKept = try db.tableExists("recordCount")
        let query = isKept ? "SELECT type, count FROM recordCount" : "SELECT type, count(*) FROM record GROUP BY type"
        try db.each(query) { row in
            if let type = EntityType(rawValue: row.text(0)) { counts[type] = Int(row.integer(1)) }
        }
        return counts.merging(try hiddenCounts()) { $0 - $1 }
    }

    static let entityQuery = """
        SELECT record.id, record.type, record.kind, barcode.text, text.text, record.home, record.parent
        FROM record
        JOIN barcode ON barcode.record = record.id AND barcode.isPrimary = 1
        LEFT JOIN text ON text.entry = record.titleEntry AND text.field = 'title'
        """

    private static let entityByID = entityQuery + " WHERE record.id = ?"
    private static let entityByBarcode = entityQuery + " WHERE barcode.text = ?"

    /// Decodes a row of ``entityQuery``.
    static func entity(_ row: SQLRow) throws -> Entity {
        guard let type = EntityType(rawValue: row.text(1)), let kind = EntityKind(row.text(2)) else {
            throw TransferLogError.damaged(Message("record \(row.integer(0), "record") has an unknown type or kind"))
        }
        let text = row.text(3)
        let barcode: Barcode
        do {
            barcode = try Barcode(parsing: text)
        } catch {
            throw TransferLogError.damaged(
                Message("record \(row.integer(0), "record") has an impossible barcode: \(error, "reason")")
            )
        }
        return Entity(
            id: row.entity(0),
            type: type,
            kind: kind,
            barcode: barcode,
            title: row.optionalText(4),
            home: row.optionalEntity(5),
            parent: row.optionalEntity(6)
        )
    }
}

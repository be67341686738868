public import Barcodes
import GRDB
import LogTables
public import Records

public import struct Records.Record

/// A consistent snapshot of the log for queries.
///
/// It is valid only within one closure, on that closure's thread.
public struct LogView {
    let db: Database
    /// The caller's clearance; records outside it are treated as nonexistent.
    let clearance: Clearance
    /// Collects the queries for concealed records.
    let disclosures: Disclosures?
    /// The source of the concealment levels.
    let concealment: Concealment.Source

    init(
        db: Database,
        clearance: Clearance = .everything,
        disclosures: Disclosures? = nil,
        concealment: Concealment.Source = .table
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
    /// The record with this barcode, primary or alias.
    public func record(barcode: Barcode) throws -> Record? {
        // Most scans are of a primary barcode, so it is looked up first in a single query.
        let own = try db.first(Self.recordByBarcode, .text(barcode.text), value: Self.record)
        if let own { return try shown(own) }
        let id = try db.first("SELECT record FROM barcode WHERE text = ?", .text(barcode.text)) { $0.integer(0) }
        if let id { return try record(RecordID(rawValue: id)) }
        // A missing record is looked up like a concealed one, so that the response time does not differ.
        if clearance < .everything { _ = try restriction(of: RecordID(rawValue: 0)) }
        return nil
    }

    /// The record registered by entry `id`.
    public func record(_ id: RecordID) throws -> Record? { try shown(stored(id)) }

    /// The record registered by entry `id`, even if it is concealed.
    func stored(_ id: RecordID) throws -> Record? {
        try db.first(Self.recordByID, .integer(id.rawValue), value: Self.record)
    }

    /// Records of one type in the order of their registration, after `cursor`, at most `limit`.
    public func records(of type: RecordType, after cursor: RecordID?, limit: Int) throws -> [Record] {
        let isVisible = visible("record.id")
        let found = try db.all(
            Self.recordQuery
                + " WHERE record.type = ? AND record.id > ? AND \(isVisible) ORDER BY record.id LIMIT ?",
            .text(type.rawValue),
            .integer(cursor?.rawValue ?? 0),
            .integer(Int64(limit)),
            value: Self.record
        )
        return try shown(found)
    }

    /// The number of records of each type.
    public func recordCounts() throws -> [RecordType: Int] {
        var counts: [RecordType: Int] = [:]
        // A read-only log of an earlier version does not have this table.
        let isKept = try db.tableExists("recordCount")
        let query = isKept ? "SELECT type, count FROM recordCount" : "SELECT type, count(*) FROM record GROUP BY type"
        try db.each(query) { row in
            if let type = RecordType(rawValue: row.text(0)) { counts[type] = Int(row.integer(1)) }
        }
        return counts.merging(try hiddenCounts()) { $0 - $1 }
    }

    static let recordQuery = """
        SELECT record.id, record.type, record.kind, barcode.text, text.text, record.home, record.parent
        FROM record
        JOIN barcode ON barcode.record = record.id AND barcode.isPrimary = 1
        LEFT JOIN text ON text.entry = record.titleEntry AND text.field = 'title'
        """

    private static let recordByID = recordQuery + " WHERE record.id = ?"
    private static let recordByBarcode = recordQuery + " WHERE barcode.text = ?"

    /// Decodes a row of ``recordQuery``.
    static func record(_ row: SQLRow) throws -> Record {
        guard let type = RecordType(rawValue: row.text(1)), let kind = RecordKind(row.text(2)) else {
            throw TransferLogError.damaged("record \(row.integer(0)) has an unknown type or kind")
        }
        let text = row.text(3)
        let barcode: Barcode
        do {
            barcode = try Barcode(parsing: text)
        } catch {
            throw TransferLogError.damaged("record \(row.integer(0)) has an impossible barcode: \(error)")
        }
        return Record(
            id: RecordID(rawValue: row.integer(0)),
            type: type,
            kind: kind,
            barcode: barcode,
            title: row.optionalText(4),
            home: row.optionalInteger(5).map(RecordID.init(rawValue:)),
            parent: row.optionalInteger(6).map(RecordID.init(rawValue:))
        )
    }
}

public import Barcodes
import GRDB
public import Records

public import struct Records.Record

/// One consistent state of the log, to ask.
///
/// It is lent for the length of one closure and belongs to that closure's thread.
public struct LogView {
    let db: Database
    /// What whoever looks may see: what lies outside is answered for as if it were not there.
    let sight: Sight
    /// Where it is noted what was asked for of things that are kept from some.
    let glimpses: Glimpses?
    /// Where the log keeps what is concealed.
    let concealment: Concealment.Source

    init(
        db: Database,
        sight: Sight = .everything,
        glimpses: Glimpses? = nil,
        concealment: Concealment.Source = .table
    ) {
        self.db = db
        self.sight = sight
        self.glimpses = glimpses
        self.concealment = concealment
    }

    /// The same state, as everybody sees it whose sight is no wider than both the caller's and `other`.
    public func narrowed(to other: Sight) -> LogView {
        LogView(db: db, sight: min(sight, other), concealment: concealment)
    }

    /// Why a query disregards what the caller may see.
    public enum Exception: Sendable, Hashable, CaseIterable {
        /// A constraint binds whoever may know of it; what is said of it names nothing.
        case constraint
        /// A run of labels is ended or settled as a whole, whoever does it.
        case wholeRun
    }

    /// The same state as somebody sees it who may see everything: nothing of it may be in an answer to the caller.
    public func unfiltered(because exception: Exception) -> LogView { LogView(db: db, concealment: concealment) }
}

@available(*, unavailable)
extension LogView: Sendable {}

extension LogView {
    /// The thing with this barcode, whether it is its own or an alias.
    public func record(barcode: Barcode) throws -> Record? {
        // Most scans are of a thing's own barcode: one question finds it.
        let own = try db.first(Self.recordByBarcode, .text(barcode.text), value: Self.record)
        if let own { return try shown(own) }
        let id = try db.first("SELECT record FROM barcode WHERE text = ?", .text(barcode.text)) { $0.integer(0) }
        if let id { return try record(RecordID(rawValue: id)) }
        // What is not there is looked up like what is kept from the caller, so that neither takes longer.
        if sight < .everything { _ = try restriction(of: RecordID(rawValue: 0)) }
        return nil
    }

    /// The thing that entry `id` registered.
    public func record(_ id: RecordID) throws -> Record? { try shown(stored(id)) }

    /// The same, whoever may know of it.
    func stored(_ id: RecordID) throws -> Record? {
        try db.first(Self.recordByID, .integer(id.rawValue), value: Self.record)
    }

    /// Things of one sort in the order of their registration, those after `cursor`, `limit` at most.
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

    /// How many things of each sort there are.
    public func recordCounts() throws -> [RecordType: Int] {
        var counts: [RecordType: Int] = [:]
        // A log of an earlier version that can only be read has no table of them.
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

    /// The row of ``recordQuery``.
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

public import Barcodes
import GRDB
public import Records

public import struct Records.Record

/// What is kept from whoever looks.
extension LogView {
    /// Who may know of the thing.
    public func restriction(of id: RecordID) throws -> Restriction.Level {
        guard hasRestrictions else { return .open }
        return try db.first(Self.levels + " WHERE record = ? ORDER BY level DESC LIMIT 1", .integer(id.rawValue)) {
            Restriction.Level(rawValue: Int($0.integer(1))) ?? .expunged
        } ?? .open
    }

    /// Whether whoever looks may not know of the thing.
    public func hides(_ id: RecordID) throws -> Bool {
        try sight < .everything && !sight.reaches(restriction(of: id))
    }

    /// Whether something has this barcode, whoever may know of it: no number is ever given twice.
    public func holds(_ barcode: Barcode) throws -> Bool {
        try db.first("SELECT 1 FROM barcode WHERE text = ?", .text(barcode.text)) { _ in true } ?? false
    }

    /// `record` when it may be known; that it was asked for is noted when it is kept from some.
    func shown(_ record: Record?) throws -> Record? {
        guard let record else { return nil }
        if sight == .everything, glimpses == nil { return record }
        let level = try restriction(of: record.id)
        guard level > .open else { return record }
        let isShown = sight.reaches(level)
        glimpses?.note(Glimpse(record: record.id, level: level, isShown: isShown))
        return isShown ? record : nil
    }

    /// Notes that these are shown, as far as they are kept from some.
    func showing(_ records: [Record]) throws -> [Record] {
        if glimpses != nil { _ = try shown(records) }
        return records
    }

    /// How far things are kept from others: by a restriction, or by a seal that nobody may break.
    private static let levels = """
        SELECT record, level FROM
            (SELECT record, level FROM restriction UNION ALL SELECT record, 2 FROM condition WHERE isSealed = 1)
        """

    /// A condition on a column with the number of a thing: that whoever looks may know of it.
    func visible(_ column: String) -> String {
        guard sight < .everything, hasRestrictions else { return "1" }
        return """
            NOT EXISTS (SELECT 1 FROM restriction WHERE restriction.record = \(column) AND \
            restriction.level > \(sight.rawValue)) AND NOT EXISTS (SELECT 1 FROM condition WHERE \
            condition.record = \(column) AND condition.isSealed = 1 AND 2 > \(sight.rawValue))
            """
    }

    /// The things that are kept from whoever looks.
    public func concealedRecords() throws -> Set<RecordID> {
        guard sight < .everything, hasRestrictions else { return [] }
        return try Set(
            db.all(Self.levels + " WHERE level > ?", .integer(Int64(sight.rawValue))) {
                RecordID(rawValue: $0.integer(0))
            }
        )
    }

    /// How many things of each sort are kept from whoever looks.
    func hiddenCounts() throws -> [RecordType: Int] {
        var counts: [RecordType: Int] = [:]
        guard sight < .everything, hasRestrictions else { return counts }
        let query = """
            SELECT record.type, count(DISTINCT record.id) FROM (\(Self.levels)) AS kept
            JOIN record ON record.id = kept.record WHERE kept.level > ? GROUP BY record.type
            """
        try db.each(query, .integer(Int64(sight.rawValue))) { row in
            if let type = RecordType(rawValue: row.text(0)) { counts[type] = Int(row.integer(1)) }
        }
        return counts
    }
}

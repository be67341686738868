public import Barcodes
import GRDB
public import Records

public import struct Records.Record

/// What is concealed from the caller.
extension LogView {
    /// How far the thing is concealed, by itself or by a container around it.
    public func restriction(of id: RecordID) throws -> Restriction.Level {
        guard concealment != .none else { return .open }
        return try db.first("SELECT level FROM \(concealment.sql) WHERE record = ?", .integer(id.rawValue)) {
            Restriction.Level(rawValue: Int($0.integer(0))) ?? .expunged
        } ?? .open
    }

    /// Whether the caller may not know of the thing.
    public func hides(_ id: RecordID) throws -> Bool {
        try sight < .everything && !sight.reaches(restriction(of: id))
    }

    /// Whether the caller may not know of what the entry is about, or of a place that it names.
    public func hides(_ entry: Entry) throws -> Bool {
        guard sight < .everything else { return false }
        if let subject = entry.subject, try hides(subject) { return true }
        if try parties(of: entry).contains(where: hides) { return true }
        guard case .transferred(let transfer) = entry.fact else { return false }
        return try [transfer.from, transfer.to].compactMap(\.place).contains(where: hides)
    }

    /// Whether the caller may not know that the entry was written: it is about a concealed thing, or put one into a
    /// concealed container.
    public func leavesOut(_ entry: Entry) throws -> Bool {
        guard sight < .everything else { return false }
        if let subject = entry.subject, try hides(subject) { return true }
        if try parties(of: entry).contains(where: hides) { return true }
        guard case .transferred(let transfer) = entry.fact, case .container(let box) = transfer.to else { return false }
        return try hides(box)
    }

    /// The things that an entry is about, when there are two.
    func parties(of entry: Entry) throws -> [RecordID] {
        switch entry.fact {
        case .documentMoved, .corrected: break
        default: return []
        }
        // A log of an earlier version that can only be read has no such entry, and no such table.
        guard try db.tableExists("entryParty") else { return [] }
        var parties: [RecordID] = []
        try db.each("SELECT record FROM entryParty WHERE entry = ?", .integer(entry.number.rawValue)) {
            parties.append(RecordID(rawValue: $0.integer(0)))
        }
        return parties
    }

    /// A condition on a column with the number of an entry: that the caller may know of both things, if it is about two.
    func isShownToBoth(_ column: String) throws -> String {
        guard sight < .everything, concealment != .none, try db.tableExists("entryParty") else { return "1" }
        return """
            NOT EXISTS (SELECT 1 FROM entryParty WHERE entryParty.entry = \(column) \
            AND NOT (\(visible("entryParty.record"))))
            """
    }

    /// The level of the restriction or seal by order that was placed on the thing itself, with its entry; nil for none.
    public func ownRestriction(of id: RecordID) throws -> (level: Restriction.Level, entry: EntryNumber)? {
        try db.first("SELECT level, entry FROM restriction WHERE record = ?", .integer(id.rawValue)) { row in
            (Restriction.Level(rawValue: Int(row.integer(0))) ?? .expunged, EntryNumber(rawValue: row.integer(1)))
        }
    }

    /// Whether something has this barcode, whoever may know of it: no number is ever given twice.
    public func holds(_ barcode: Barcode) throws -> Bool {
        try db.first("SELECT 1 FROM barcode WHERE text = ?", .text(barcode.text)) { _ in true } ?? false
    }

    /// `record` when the caller may know of it; a query for a concealed thing is noted.
    func shown(_ record: Record?) throws -> Record? {
        guard let record else { return nil }
        if sight == .everything, glimpses == nil { return record }
        let level = try restriction(of: record.id)
        guard level > .open else { return record }
        let isShown = sight.reaches(level)
        glimpses?.note(Glimpse(record: record.id, level: level, isShown: isShown))
        return isShown ? record : nil
    }

    /// Those of `records` of which the caller may know; queries for concealed things are noted.
    func shown(_ records: [Record]) throws -> [Record] {
        if sight == .everything, glimpses == nil { return records }
        let levels = try restrictions(of: records.map(\.id))
        return records.filter { record in
            guard let level = levels[record.id] else { return true }
            let isShown = sight.reaches(level)
            glimpses?.note(Glimpse(record: record.id, level: level, isShown: isShown))
            return isShown
        }
    }

    /// Notes that these records are shown, as far as they are concealed from others.
    func showing(_ records: [Record]) throws -> [Record] {
        if glimpses != nil { _ = try shown(records) }
        return records
    }

    /// A condition on a column with the number of a thing: that the caller may know of it.
    func visible(_ column: String) -> String {
        guard sight < .everything, concealment != .none else { return "1" }
        return """
            NOT EXISTS (SELECT 1 FROM \(concealment.sql) AS concealed WHERE concealed.record = \(column) \
            AND concealed.level > \(sight.rawValue))
            """
    }

    /// The things that are concealed from the caller.
    public func concealedRecords() throws -> Set<RecordID> {
        guard sight < .everything, concealment != .none else { return [] }
        let query = "SELECT record FROM \(concealment.sql) WHERE level > ?"
        return try Set(db.all(query, .integer(Int64(sight.rawValue))) { RecordID(rawValue: $0.integer(0)) })
    }

    /// How many things of each type are concealed from the caller.
    func hiddenCounts() throws -> [RecordType: Int] {
        var counts: [RecordType: Int] = [:]
        guard sight < .everything, concealment != .none else { return counts }
        let query = """
            SELECT record.type, count(*) FROM \(concealment.sql) AS concealed
            JOIN record ON record.id = concealed.record WHERE concealed.level > ? GROUP BY record.type
            """
        try db.each(query, .integer(Int64(sight.rawValue))) { row in
            if let type = RecordType(rawValue: row.text(0)) { counts[type] = Int(row.integer(1)) }
        }
        return counts
    }

    /// The levels of those things that are concealed.
    private func restrictions(of ids: [RecordID]) throws -> [RecordID: Restriction.Level] {
        guard concealment != .none else { return [:] }
        var found: [RecordID: Restriction.Level] = [:]
        try db.each(
            "SELECT record, level FROM \(concealment.sql) WHERE record IN (SELECT value FROM json_each(?))",
            Self.json(ids)
        ) { row in
            found[RecordID(rawValue: row.integer(0))] = Restriction.Level(rawValue: Int(row.integer(1))) ?? .expunged
        }
        return found
    }
}

public import Barcodes
import GRDB
import LogTables
public import Records

public import struct Records.Record

/// Concealment of records from the caller.
extension LogView {
    /// The concealment level of the record, from itself or an enclosing container.
    public func restriction(of id: RecordID) throws -> Restriction.Level {
        guard concealment != .none else { return .open }
        return try db.first("SELECT level FROM \(concealment.sql) WHERE record = ?", .integer(id.rawValue)) {
            Restriction.Level(rawValue: Int($0.integer(0))) ?? .expunged
        } ?? .open
    }

    /// Whether the record is concealed from the caller.
    public func hides(_ id: RecordID) throws -> Bool {
        try clearance < .everything && !clearance.reaches(restriction(of: id))
    }

    /// Whether the pull list is concealed from the caller, because everything on it is.
    public func hides(_ list: PullListID) throws -> Bool {
        guard clearance < .everything else { return false }
        let rows = "pullList WHERE number = ? AND \(visibleList("pullList.number"))"
        return try count(rows, .integer(list.rawValue)) == 0
    }

    /// Whether the caller may not read the bytes of the entry, which contain all names in it.
    ///
    /// The bytes of a count give the number of missing records, and those of a commitment to readings and to the access
    /// record how many there are. They are therefore only for callers who see everything. This applies also in a log
    /// without concealed records, which would otherwise reveal that it has none.
    public func hidesBytes(of entry: Entry) throws -> Bool {
        guard clearance < .everything else { return false }
        switch entry.fact {
        case .counted, .log(.evidenceCommitted): return true
        default: break
        }
        return try namesConcealed(entry)
    }

    /// Whether the entry names a record that is concealed from the caller.
    public func namesConcealed(_ entry: Entry) throws -> Bool {
        guard clearance < .everything else { return false }
        return try leavesOut(entry) || entry.fact.mentions.contains(where: hides)
    }

    /// Whether the entry itself is concealed from the caller.
    ///
    /// It is if it is about a concealed record, moved a record to a concealed container, or corrects such an entry.
    public func leavesOut(_ entry: Entry) throws -> Bool {
        guard clearance < .everything else { return false }
        if let subject = entry.subject, try hides(subject) { return true }
        if try parties(of: entry).contains(where: hides) { return true }
        switch entry.fact {
        case .transferred(let transfer):
            guard case .container(let box) = transfer.to else { return false }
            return try hides(box)
        case .corrected(let correction) where correction.voids < entry.number:
            return try leavesOut(self.entry(correction.voids))
        case .pullList(.made): return try hides(PullListID(madeBy: entry.number))
        case .pullList(.cancelled(let list)): return try hides(list)
        default: return false
        }
    }

    /// The entries that ``leavesOut(_:)`` conceals because of these records.
    public func entriesLeftOut(because concealed: Set<RecordID>) throws -> Set<EntryNumber> {
        var found: Set<EntryNumber> = []
        for record in concealed {
            let id = SQLValue.integer(record.rawValue)
            let numbers = try db.all("SELECT entry FROM history WHERE record = ?", id) {
                EntryNumber(rawValue: $0.integer(0))
            }
            for number in numbers where try entry(number).subject == record { found.insert(number) }
            let into = "SELECT entry FROM history WHERE place = ? AND kind = 'container'"
            try db.each(into, id) { found.insert(EntryNumber(rawValue: $0.integer(0))) }
        }
        var corrected = found
        while !corrected.isEmpty {
            corrected = try Set(corrected.compactMap(voiding)).subtracting(found)
            found.formUnion(corrected)
        }
        return found
    }

    /// The records that an entry is about, when there are two.
    func parties(of entry: Entry) throws -> [RecordID] {
        switch entry.fact {
        case .documentMoved, .corrected: break
        default: return []
        }
        // A read-only log of an earlier version has no such entries, and does not have this table.
        guard try db.tableExists("entryParty") else { return [] }
        var parties: [RecordID] = []
        try db.each("SELECT record FROM entryParty WHERE entry = ?", .integer(entry.number.rawValue)) {
            parties.append(RecordID(rawValue: $0.integer(0)))
        }
        return parties
    }

    /// An SQL condition on a column of entry numbers: true if the caller may see both records of an entry about two.
    func isShownToBoth(_ column: String) throws -> String {
        guard clearance < .everything, concealment != .none, try db.tableExists("entryParty") else { return "1" }
        return """
            NOT EXISTS (SELECT 1 FROM entryParty WHERE entryParty.entry = \(column) \
            AND NOT (\(visible("entryParty.record"))))
            """
    }

    /// Whether the barcode belongs to a concealed record, or to a pull list with only concealed records.
    public func conceals(_ barcode: Barcode) throws -> Bool {
        guard clearance < .everything else { return false }
        if try holds(barcode) { return try unobserved.record(barcode: barcode) == nil }
        guard let minted = barcode.minted, minted.prefix == .pullList else { return false }
        let isHere = try unfiltered(because: .constraint).pullList(barcode: minted) != nil
        return try isHere && pullList(barcode: minted) == nil
    }

    /// The restriction or sealing placed on the record itself, with its entry; nil for none.
    public func ownRestriction(of id: RecordID) throws -> (level: Restriction.Level, entry: EntryNumber)? {
        try db.first("SELECT level, entry FROM restriction WHERE record = ?", .integer(id.rawValue)) { row in
            (Restriction.Level(rawValue: Int(row.integer(0))) ?? .expunged, EntryNumber(rawValue: row.integer(1)))
        }
    }

    /// Whether the barcode is in use, even by a concealed record; barcodes are never reused.
    public func holds(_ barcode: Barcode) throws -> Bool {
        try db.first("SELECT 1 FROM barcode WHERE text = ?", .text(barcode.text)) { _ in true } ?? false
    }

    /// `record`, if the caller may see it; a query for a concealed record is noted.
    func shown(_ record: Record?) throws -> Record? { try shown(record.map { [$0] } ?? []).first }

    /// Those of `records` that the caller may see, without concealed home locations.
    ///
    /// Queries for concealed records are noted.
    func shown(_ records: [Record]) throws -> [Record] {
        if clearance == .everything, disclosures == nil { return records }
        let levels = try restrictions(of: records.flatMap { [$0.id, $0.home].compactMap(\.self) })
        guard !levels.isEmpty else { return records }
        return records.compactMap { record in
            let isHomeShown = record.home.flatMap { levels[$0] }.map(clearance.reaches) ?? true
            let shown = isHomeShown ? record : record.withoutHome
            guard let level = levels[record.id] else { return shown }
            let isShown = clearance.reaches(level)
            disclosures?.note(Disclosure(record: record.id, level: level, isShown: isShown))
            return isShown ? shown : nil
        }
    }

    /// An SQL condition on a column of record numbers: true if the caller may see the record.
    func visible(_ column: String) -> String {
        guard clearance < .everything, concealment != .none else { return "1" }
        return """
            NOT EXISTS (SELECT 1 FROM \(concealment.sql) AS concealed WHERE concealed.record = \(column) \
            AND concealed.level > \(clearance.rawValue))
            """
    }

    /// An SQL condition on a column of pull list numbers: true if the caller may see something on the list.
    ///
    /// An empty list is visible, because it discloses nothing.
    func visibleList(_ column: String) -> String { visible(any: "pullLine", in: "list", column) }

    /// An SQL condition on a column of print batch numbers: true if the caller may see one of its labels.
    func visibleBatch(_ column: String) -> String { visible(any: "printLabel", in: "batch", column) }

    private func visible(any rows: String, in group: String, _ column: String) -> String {
        let isVisible = visible("\(rows).record")
        guard isVisible != "1" else { return "1" }
        let all = "SELECT 1 FROM \(rows) WHERE \(rows).\(group) = \(column)"
        return "(EXISTS (\(all) AND \(isVisible)) OR NOT EXISTS (\(all)))"
    }

    /// The records concealed from the caller.
    public func concealedRecords() throws -> Set<RecordID> {
        guard clearance < .everything, concealment != .none else { return [] }
        let query = "SELECT record FROM \(concealment.sql) WHERE level > ?"
        return try Set(db.all(query, .integer(Int64(clearance.rawValue))) { RecordID(rawValue: $0.integer(0)) })
    }

    /// The number of concealed records by type.
    func hiddenCounts() throws -> [RecordType: Int] {
        var counts: [RecordType: Int] = [:]
        guard clearance < .everything, concealment != .none else { return counts }
        let query = """
            SELECT record.type, count(*) FROM \(concealment.sql) AS concealed
            JOIN record ON record.id = concealed.record WHERE concealed.level > ? GROUP BY record.type
            """
        try db.each(query, .integer(Int64(clearance.rawValue))) { row in
            if let type = RecordType(rawValue: row.text(0)) { counts[type] = Int(row.integer(1)) }
        }
        return counts
    }

    /// The levels of those records that are concealed.
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

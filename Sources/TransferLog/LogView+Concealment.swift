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

    /// Whether the caller may not know of the pull list: all that is on it is concealed.
    public func hides(_ list: PullListID) throws -> Bool {
        guard sight < .everything else { return false }
        let rows = "pullList WHERE number = ? AND \(visibleList("pullList.number"))"
        return try count(rows, .integer(list.rawValue)) == 0
    }

    /// Whether the caller may not read the bytes of the entry, in which everything stands that it names.
    ///
    /// Those of a count say how many things were missing, whoever counted: they are for those who see everything, also in
    /// a log without anything concealed, which would otherwise show that it has nothing.
    public func hidesBytes(of entry: Entry) throws -> Bool {
        guard sight < .everything else { return false }
        if case .counted = entry.fact { return true }
        return try namesConcealed(entry)
    }

    /// Whether the entry names something of which the caller may not know.
    public func namesConcealed(_ entry: Entry) throws -> Bool {
        guard sight < .everything else { return false }
        return try leavesOut(entry) || entry.fact.mentions.contains(where: hides)
    }

    /// Whether the caller may not know that the entry was written: it is about something concealed, put a thing into a
    /// concealed container, or corrects such an entry.
    public func leavesOut(_ entry: Entry) throws -> Bool {
        guard sight < .everything else { return false }
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

    /// The entries that ``leavesOut(_:)`` leaves out because of these things.
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

    /// Whether something has this barcode of which the caller may not know, or a pull list with nothing else on it.
    public func conceals(_ barcode: Barcode) throws -> Bool {
        guard sight < .everything else { return false }
        if try holds(barcode) { return try unobserved.record(barcode: barcode) == nil }
        guard let minted = barcode.minted, minted.prefix == .pullList else { return false }
        let isHere = try unfiltered(because: .constraint).pullList(barcode: minted) != nil
        return try isHere && pullList(barcode: minted) == nil
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
    func shown(_ record: Record?) throws -> Record? { try shown(record.map { [$0] } ?? []).first }

    /// Those of `records` of which the caller may know, without homes of which the caller may not; queries for concealed
    /// things are noted.
    func shown(_ records: [Record]) throws -> [Record] {
        if sight == .everything, glimpses == nil { return records }
        let levels = try restrictions(of: records.flatMap { [$0.id, $0.home].compactMap(\.self) })
        guard !levels.isEmpty else { return records }
        return records.compactMap { record in
            let isHomeShown = record.home.flatMap { levels[$0] }.map(sight.reaches) ?? true
            let shown = isHomeShown ? record : record.withoutHome
            guard let level = levels[record.id] else { return shown }
            let isShown = sight.reaches(level)
            glimpses?.note(Glimpse(record: record.id, level: level, isShown: isShown))
            return isShown ? shown : nil
        }
    }

    /// A condition on a column with the number of a thing: that the caller may know of it.
    func visible(_ column: String) -> String {
        guard sight < .everything, concealment != .none else { return "1" }
        return """
            NOT EXISTS (SELECT 1 FROM \(concealment.sql) AS concealed WHERE concealed.record = \(column) \
            AND concealed.level > \(sight.rawValue))
            """
    }

    /// A condition on a column with the number of a pull list: that the caller may know of something on it.
    ///
    /// A list from which everything was taken again discloses nothing.
    func visibleList(_ column: String) -> String { visible(any: "pullLine", in: "list", column) }

    /// The same for a run of labels.
    func visibleBatch(_ column: String) -> String { visible(any: "printLabel", in: "batch", column) }

    private func visible(any rows: String, in group: String, _ column: String) -> String {
        let isVisible = visible("\(rows).record")
        guard isVisible != "1" else { return "1" }
        let all = "SELECT 1 FROM \(rows) WHERE \(rows).\(group) = \(column)"
        return "(EXISTS (\(all) AND \(isVisible)) OR NOT EXISTS (\(all)))"
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

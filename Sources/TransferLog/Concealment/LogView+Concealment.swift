public import Barcodes
import GRDB
import LogTables
public import Vocabulary

public import struct Vocabulary.Entity

/// Concealment of entities from the caller.
extension LogView {
    /// The concealment level of the entity, from itself or an enclosing container.
    public func restriction(of id: EntityID) throws -> Restriction.Level {
        guard concealment != .none else { return .open }
        return try db.first("SELECT level FROM \(concealment.sql) WHERE record = ?", [.integer(id.rawValue)]) {
            Restriction.Level(rawValue: Int($0.integer(0))) ?? .expunged
        } ?? .open
    }

    /// Whether expunged entities are concealed from the caller.
    public var hidesExpunged: Bool { !clearance.reaches(.expunged) }

    /// Whether the entity is concealed from the caller.
    public func hides(_ id: EntityID) throws -> Bool {
        try clearance < .everything && !clearance.reaches(restriction(of: id))
    }

    /// Whether the pull list is concealed from the caller, because everything on it is.
    public func hides(_ list: PullListID) throws -> Bool {
        guard clearance < .everything else { return false }
        let rows = "pullList WHERE number = ? AND \(visibleList("pullList.number"))"
        return try count(rows, [.integer(list.rawValue)]) == 0
    }

    /// Whether the caller may not read the bytes of the entry, which contain all names in it.
    ///
    /// The bytes of a count give the number of missing entities, and those of a commitment to readings and to the access
    /// record how many there are. They are therefore only for callers who see everything. This applies also in a log
    /// without concealed entities, which would otherwise reveal that it has none.
    public func hidesBytes(of entry: Entry) throws -> Bool {
        guard clearance < .everything else { return false }
        switch entry.fact {
        case .counted, .log(.evidenceCommitted): return true
        default: break
        }
        return try namesConcealed(entry)
    }

    /// Whether the entry names an entity that is concealed from the caller.
    public func namesConcealed(_ entry: Entry) throws -> Bool {
        guard clearance < .everything else { return false }
        return try leavesOut(entry) || entry.fact.mentions.contains(where: hides)
    }

    /// Whether the entry itself is concealed from the caller.
    ///
    /// It is if it is about a concealed entity, moved an entity to a concealed container, or corrects such an entry.
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

    /// The entries that ``leavesOut(_:)`` conceals because of these entities.
    public func entriesLeftOut(because concealed: Set<EntityID>) throws -> Set<EntryNumber> {
        var found: Set<EntryNumber> = []
        for entity in concealed {
            let id = SQLValue.integer(entity.rawValue)
            let numbers = try db.all("SELECT entry FROM history WHERE record = ?", [id]) { $0.entry(0) }
            for number in numbers where try entry(number).subject == entity { found.insert(number) }
            let into = "SELECT entry FROM history WHERE place = ? AND kind = 'container'"
            try db.each(into, [id]) { found.insert($0.entry(0)) }
        }
        var corrected = found
        while !corrected.isEmpty {
            corrected = try Set(corrected.compactMap(voiding)).subtracting(found)
            found.formUnion(corrected)
        }
        return found
    }

    /// The entities that an entry is about, when there are two.
    func parties(of entry: Entry) throws -> [EntityID] {
        switch entry.fact {
        case .documentMoved, .corrected: break
        default: return []
        }
        // A read-only log of an earlier version has no such entries, and does not have this table.
        guard try db.tableExists("entryParty") else { return [] }
        return try db.all("SELECT record FROM entryParty WHERE entry = ?", [.integer(entry.number.rawValue)]) {
            $0.entity(0)
        }
    }

    /// An SQL condition on a column of entry numbers: true if the caller may see both entities of an entry about two.
    func isShownToBoth(_ column: String) throws -> String {
        guard clearance < .everything, concealment != .none, try db.tableExists("entryParty") else { return "1" }
        return """
            NOT EXISTS (SELECT 1 FROM entryParty WHERE entryParty.entry = \(column) \
            AND NOT (\(visible("entryParty.record"))))
            """
    }

    /// Whether the barcode belongs to a concealed entity, or to a pull list with only concealed entities.
    public func conceals(_ barcode: Barcode) throws -> Bool {
        guard clearance < .everything else { return false }
        if try holds(barcode) { return try unobserved.entity(barcode: barcode) == nil }
        guard let minted = barcode.minted, minted.prefix == .pullList else { return false }
        let isHere = try unfiltered(because: .constraint).pullList(barcode: minted) != nil
        return try isHere && pullList(barcode: minted) == nil
    }

    /// The restriction or sealing placed on the entity itself, with its entry; nil for none.
    public func ownRestriction(of id: EntityID) throws -> (level: Restriction.Level, entry: EntryNumber)? {
        try db.first("SELECT level, entry FROM restriction WHERE record = ?", [.integer(id.rawValue)]) { row in
            (Restriction.Level(rawValue: Int(row.integer(0))) ?? .expunged, row.entry(1))
        }
    }

    /// Whether the barcode is in use, even by a concealed entity; barcodes are never reused.
    public func holds(_ barcode: Barcode) throws -> Bool {
        try db.first("SELECT 1 FROM barcode WHERE text = ?", [.text(barcode.text)]) { _ in true } ?? false
    }

    /// `record`, if the caller may see it; a query for a concealed entity is noted.
    func shown(_ entity: Entity?) throws -> Entity? { try shown(entity.map { [$0] } ?? []).first }

    /// Those of `records` that the caller may see, without concealed home locations.
    ///
    /// Queries for concealed entities are noted.
    func shown(_ entities: [Entity]) throws -> [Entity] {
        if clearance == .everything, disclosures == nil { return entities }
        let levels = try restrictions(of: entities.flatMap { [$0.id, $0.home].compactMap(\.self) })
        guard !levels.isEmpty else { return entities }
        return entities.compactMap { entity in
            let isHomeShown = entity.home.flatMap { levels[$0] }.map(clearance.reaches) ?? true
            let shown = isHomeShown ? entity : entity.withoutHome
            guard let level = levels[entity.id] else { return shown }
            let isShown = clearance.reaches(level)
            disclosures?.note(Disclosure(entity: entity.id, level: level, isShown: isShown))
            return isShown ? shown : nil
        }
    }

    /// An SQL condition on a column of entity numbers: true if the caller may see the entity.
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

    /// The entities concealed from the caller.
    public func concealedEntities() throws -> Set<EntityID> {
        guard clearance < .everything, concealment != .none else { return [] }
        let query = "SELECT record FROM \(concealment.sql) WHERE level > ?"
        return try Set(db.all(query, [.integer(Int64(clearance.rawValue))]) { $0.entity(0) })
    }

    /// The number of concealed entities by type.
    func hiddenCounts() throws -> [EntityType: Int] {
        var counts: [EntityType: Int] = [:]
        guard clearance < .everything, concealment != .none else { return counts }
        let query = """
            SELECT record.type, count(*) FROM \(concealment.sql) AS concealed
            JOIN record ON record.id = concealed.record WHERE concealed.level > ? GROUP BY record.type
            """
        try db.each(query, [.integer(Int64(clearance.rawValue))]) { row in
            if let type = EntityType(rawValue: row.text(0)) { counts[type] = Int(row.integer(1)) }
        }
        return counts
    }

    /// The levels of those entities that are concealed.
    private func restrictions(of ids: [EntityID]) throws -> [EntityID: Restriction.Level] {
        guard concealment != .none else { return [:] }
        var found: [EntityID: Restriction.Level] = [:]
        try db.each(
            "SELECT record, level FROM \(concealment.sql) WHERE record IN (SELECT value FROM json_each(?))",
            [Self.json(ids)]
        ) { row in
            found[row.entity(0)] = Restriction.Level(rawValue: Int(row.integer(1))) ?? .expunged
        }
        return found
    }
}

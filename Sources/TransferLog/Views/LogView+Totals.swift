import GRDB
import LogTables
public import Vocabulary

/// The lengths of lists as the caller sees them; each total uses the condition of its list.
extension LogView {
    /// This view without noting queries for concealed entities.
    public var unobserved: LogView { LogView(db: db, clearance: clearance, concealment: concealment) }

    /// The number of steps in ``history(of:before:limit:)``, within `period` if it is given.
    public func historyCount(of entity: EntityID, within period: ClosedRange<Timestamp>? = nil) throws -> Int {
        let entries = try historyEntries(of: entity)
        guard period != nil || clearance < .everything else { return entries.count }
        return try entries.count { number in
            let entry = try entry(number)
            return try period?.contains(entry.occurredAt) != false && !leavesOut(entry)
        }
    }

    /// The number of entities in ``contents(of:after:limit:)`` plus locations in ``locations(within:after:limit:)``.
    public func contentsCount(of id: EntityID) throws -> Int {
        let things = "placement WHERE place = ? AND \(visible("placement.record"))"
        return try count(things, [.integer(id.rawValue)]) + locationCount(within: id)
    }

    /// The number of locations directly within the location `id`.
    public func locationCount(within id: EntityID) throws -> Int {
        try count("record WHERE parent = ?", [.integer(id.rawValue)])
    }

    /// The number of charge-outs in ``chargeOuts(of:after:limit:)``.
    public func chargeOutCount(shownOf custodian: EntityID?) throws -> Int {
        let whose = custodian == nil ? "?1 IS NULL" : "custodian = ?1"
        return try count("loan WHERE \(whose) AND \(visible("loan.record"))", [SQLValue(custodian?.rawValue)])
    }

    /// The number of charge-outs in ``overdue(of:at:after:limit:)``.
    public func overdueCount(of custodian: EntityID?, at instant: Timestamp) throws -> Int {
        let whose = custodian == nil ? "?2 IS NULL" : "custodian = ?2"
        return try count(
            "loan WHERE due < ?1 AND \(whose) AND \(visible("loan.record"))",
            [.integer(instant.microseconds), SQLValue(custodian?.rawValue)]
        )
    }

    /// The number of transits in ``transits(since:after:limit:)``.
    public func transitCount(since instant: Timestamp) throws -> Int {
        try count("transit WHERE since <= ? AND \(visible("transit.record"))", [.integer(instant.microseconds)])
    }

    /// The number of holds in ``holds(after:limit:)``.
    public func holdCount() throws -> Int { try count("hold WHERE \(visible("hold.record"))") }

    /// The number of documents in ``documents(of:after:limit:)``.
    public func documentCount(of entity: EntityID) throws -> Int {
        try count("document WHERE record = ? AND \(Self.counts)", [.integer(entity.rawValue)])
    }

    /// The number of documents in ``documents(after:limit:)``.
    ///
    /// Few documents are voided, so these are subtracted from the total, which is found without reading each row. Nil
    /// when some may be concealed from the caller and there are more than ``mostCounted``.
    public func documentCount() throws -> Int? {
        let isVisible = visible("document.record")
        let all = try count("document")
        guard isVisible == "1" || all <= Self.mostCounted else { return nil }
        let voided = try count("voided JOIN document ON document.entry = voided.entry WHERE \(isVisible)")
        return try (isVisible == "1" ? all : count("document WHERE \(isVisible)")) - voided
    }

    /// Maximum number of rows checked individually to count the visible ones; takes about a second.
    public static let mostCounted = 1_000_000

    /// The number of files in ``documentFiles(after:limit:)``.
    public func documentFileCount() throws -> Int { try count("(SELECT DISTINCT sha256 FROM document)") }

    /// The number of batches in ``printBatches(before:onlyOpen:limit:)``.
    public func printBatchCount(onlyOpen: Bool) throws -> Int {
        let isVisible = visibleBatch("printBatch.number")
        return try count("printBatch WHERE \(isVisible)" + (onlyOpen ? " AND state = 'open'" : ""))
    }

    /// The number of labels in ``labels(of:in:after:limit:)``.
    public func labelCount(of batch: PrintBatchNumber, in state: PrintedLabelState?) throws -> Int {
        try count(
            "printLabel WHERE batch = ?1 AND (?2 IS NULL OR state = ?2) AND \(visible("printLabel.record"))",
            [.integer(batch.rawValue), SQLValue(state?.rawValue)]
        )
    }

    /// The number of labels in ``pendingLabels(after:limit:)``.
    public func pendingLabelCount() throws -> Int {
        try count("printedLabel WHERE isApplied = 0 AND \(visible("printedLabel.record"))")
    }

    /// The number of rows in ``accesses(of:before:limit:)``.
    public func accessCount(of entity: EntityID?) throws -> Int {
        guard let entity else { return try count("access") }
        return try count("access WHERE record = ?", [.integer(entity.rawValue)])
    }

    /// The number of texts found by ``search(_:before:limit:)``.
    ///
    /// A title is usually set by the entry that registered its entity; for another entry, the entity has to be looked
    /// up.
    public func searchCount(_ words: SearchWords) throws -> Int {
        guard try db.tableExists("searchText") else { return 0 }
        let query = """
            searchText WHERE searchText MATCH ? AND CASE searchText.rowid & 4095
                WHEN 0 THEN EXISTS (
                    SELECT 1 FROM record WHERE record.titleEntry = searchText.rowid >> 12 AND \(visible("record.id"))
                        AND record.id = coalesce(
                            (SELECT id FROM record WHERE id = searchText.rowid >> 12),
                            (SELECT json_extract(CAST(body AS TEXT), '$.subject') FROM entry
                                WHERE number = searchText.rowid >> 12)))
                ELSE EXISTS (
                    SELECT 1 FROM document WHERE document.entry = searchText.rowid >> 12 AND \(Self.counts)
                        AND \(visible("document.record")))
                END
            """
        return try count(query, [.text(words.query)])
    }

    /// `rows` follows FROM in the query; it is never external input.
    func count(_ rows: String, _ values: [SQLValue] = []) throws -> Int {
        try db.first("SELECT count(*) FROM \(rows)", values) { Int($0.integer(0)) } ?? 0
    }
}

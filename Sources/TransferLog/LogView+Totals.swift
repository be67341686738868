import GRDB
public import Records

/// How long lists are, for whoever looks: each total counts by the condition of its list.
extension LogView {
    /// The same state and the same rows; what is asked for is not noted as looked at.
    public var unobserved: LogView { LogView(db: db, sight: sight, concealment: concealment) }

    /// How many steps ``history(of:before:limit:)`` has, those within `period` where one is named.
    public func historyCount(of record: RecordID, within period: ClosedRange<Timestamp>? = nil) throws -> Int {
        let entries = try historyEntries(of: record)
        guard period != nil || sight < .everything else { return entries.count }
        return try entries.count { number in
            let entry = try entry(number)
            return try period?.contains(entry.occurredAt) != false && !leavesOut(entry)
        }
    }

    /// How many things ``contents(of:after:limit:)`` lists, and places ``locations(within:after:limit:)``.
    public func contentsCount(of id: RecordID) throws -> Int {
        let things = "placement WHERE place = ? AND \(visible("placement.record"))"
        return try count(things, .integer(id.rawValue)) + locationCount(within: id)
    }

    /// How many places lie directly within the location `id`.
    public func locationCount(within id: RecordID) throws -> Int {
        try count("record WHERE parent = ?", .integer(id.rawValue))
    }

    /// How many charge-outs ``loans(of:after:limit:)`` lists.
    public func loanCount(shownOf custodian: RecordID?) throws -> Int {
        let whose = custodian == nil ? "?1 IS NULL" : "custodian = ?1"
        return try count("loan WHERE \(whose) AND \(visible("loan.record"))", SQLValue(custodian?.rawValue))
    }

    /// How many charge-outs ``overdue(of:at:after:limit:)`` lists.
    public func overdueCount(of custodian: RecordID?, at instant: Timestamp) throws -> Int {
        let whose = custodian == nil ? "?2 IS NULL" : "custodian = ?2"
        return try count(
            "loan WHERE due < ?1 AND \(whose) AND \(visible("loan.record"))",
            .integer(instant.microseconds),
            SQLValue(custodian?.rawValue)
        )
    }

    /// How many ways ``passages(since:after:limit:)`` lists.
    public func passageCount(since instant: Timestamp) throws -> Int {
        try count("transit WHERE since <= ? AND \(visible("transit.record"))", .integer(instant.microseconds))
    }

    /// How many holds ``holds(after:limit:)`` lists.
    public func holdCount() throws -> Int { try count("hold WHERE \(visible("hold.record"))") }

    /// How many documents ``documents(of:after:limit:)`` lists.
    public func documentCount(of record: RecordID) throws -> Int {
        try count("document WHERE record = ? AND \(Self.counts)", .integer(record.rawValue))
    }

    /// How many documents ``documents(after:limit:)`` lists.
    ///
    /// Few are voided: those are taken from the number of all, which is known without a look at each. Nil where something
    /// may be kept from whoever looks, and there are more than ``mostCounted`` to look at.
    public func documentCount() throws -> Int? {
        let isVisible = visible("document.record")
        let all = try count("document")
        guard isVisible == "1" || all <= Self.mostCounted else { return nil }
        let voided = try count("voided JOIN document ON document.entry = voided.entry WHERE \(isVisible)")
        return try (isVisible == "1" ? all : count("document WHERE \(isVisible)")) - voided
    }

    /// The most rows that are looked at one by one to count those that may be known: a second's work.
    public static let mostCounted = 1_000_000

    /// How many files ``documentFiles(after:limit:)`` lists.
    public func documentFileCount() throws -> Int { try count("(SELECT DISTINCT sha256 FROM document)") }

    /// How many runs ``printBatches(before:onlyOpen:limit:)`` lists.
    public func printBatchCount(onlyOpen: Bool) throws -> Int {
        let isVisible = visibleBatch("printBatch.number")
        return try count("printBatch WHERE \(isVisible)" + (onlyOpen ? " AND state = 'open'" : ""))
    }

    /// How many labels ``labels(of:in:after:limit:)`` lists.
    public func labelCount(of batch: PrintBatchNumber, in state: PrintedLabelState?) throws -> Int {
        try count(
            "printLabel WHERE batch = ?1 AND (?2 IS NULL OR state = ?2) AND \(visible("printLabel.record"))",
            .integer(batch.rawValue),
            SQLValue(state?.rawValue)
        )
    }

    /// How many labels ``pendingLabels(after:limit:)`` lists.
    public func pendingLabelCount() throws -> Int {
        try count("printedLabel WHERE isApplied = 0 AND \(visible("printedLabel.record"))")
    }

    /// How many rows ``accesses(of:before:limit:)`` lists.
    public func accessCount(of record: RecordID?) throws -> Int {
        guard let record else { return try count("access") }
        return try count("access WHERE record = ?", .integer(record.rawValue))
    }

    /// How many texts ``search(_:before:limit:)`` finds.
    ///
    /// The entry that registered a thing mostly gave its title, too; only of another one it must be looked up whose
    /// title it gave.
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
        return try count(query, .text(words.query))
    }

    /// `rows` is what stands after FROM; it is never anything from outside.
    func count(_ rows: String, _ values: SQLValue...) throws -> Int {
        var total = 0
        try db.cachedStatement(sql: "SELECT count(*) FROM \(rows)").each(values) { total = Int($0.integer(0)) }
        return total
    }
}

import LogTables
public import Vocabulary

/// Standing seals, restrictions and holds on entities that the caller may see.
extension LogView {
    /// The standing orders of `kind` under the order `order`, placed after `cursor`, oldest first; nil selects all.
    public func orders(
        of kind: StandingOrder.Kind?,
        named order: String?,
        after cursor: EntryNumber?,
        limit: Int
    ) throws -> [StandingOrder] {
        guard try hasCirculation, concealment != .none else { return [] }
        return try orders(
            "\(visible("standing.record")) AND \(Self.wanted) AND entry > ?3 ORDER BY entry LIMIT ?4",
            [SQLValue(kind?.rawValue), SQLValue(order), .integer(cursor?.rawValue ?? 0), .integer(Int64(limit))]
        )
    }

    /// The number of standing orders of `kind` under the order `order`; nil selects all.
    public func orderCount(of kind: StandingOrder.Kind?, named order: String?) throws -> Int {
        guard try hasCirculation, concealment != .none else { return 0 }
        return try db.first(
            "SELECT count(*) FROM (\(Self.standing)) AS standing WHERE \(visible("standing.record")) AND \(Self.wanted)",
            [SQLValue(kind?.rawValue), SQLValue(order)]
        ) { Int($0.integer(0)) } ?? 0
    }

    /// The standing orders placed on `id` itself, oldest first.
    public func orders(on id: EntityID) throws -> [StandingOrder] {
        guard try hasCirculation, concealment != .none else { return [] }
        return try orders("record = ?1 ORDER BY entry", [.integer(id.rawValue)])
    }

    private func orders(_ condition: String, _ values: [SQLValue]) throws -> [StandingOrder] {
        let query = "SELECT kind, record, entry FROM (\(Self.standing)) AS standing WHERE \(condition)"
        return try db.all(query, values) { row in
            let (subject, entry) = (row.entity(1), row.entry(2))
            return StandingOrder.Kind(rawValue: row.text(0)).map {
                StandingOrder(kind: $0, subject: subject, entry: entry)
            }
        }.compactMap(\.self)
    }

    /// SQL condition: of kind `?1`, unless that is null, and under order `?2`, unless that is null.
    private static let wanted = """
        (?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR EXISTS (
            SELECT 1 FROM text WHERE text.entry = standing.entry AND text.field = 'order' AND text.text = ?2
        ))
        """

    /// SQL for all standing orders.
    ///
    /// Earlier versions set a seal by a change; its entry is the last valid change that sealed the entity.
    private static let standing = """
        SELECT 'hold' AS kind, hold.record, hold.entry FROM hold
        UNION ALL SELECT CASE level WHEN 1 THEN 'restriction' ELSE 'seal' END, restriction.record, restriction.entry
            FROM restriction WHERE level < 3
        UNION ALL SELECT 'seal', condition.record, (
                SELECT max(history.entry) FROM history JOIN entry ON entry.number = history.entry
                WHERE history.record = condition.record AND history.kind IS NULL
                    AND json_extract(CAST(entry.body AS TEXT), '$.changes.sealed') = 1
                    AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = history.entry)
            )
            FROM condition WHERE isSealed = 1 AND NOT EXISTS (
                SELECT 1 FROM restriction WHERE restriction.record = condition.record AND restriction.level >= 2
            )
        """
}

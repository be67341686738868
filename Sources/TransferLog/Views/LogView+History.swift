import LogTables
public import Vocabulary

public import struct Vocabulary.Entity

extension LogView {
    /// The history of `record` before entry `cursor`, newest first, at most `limit` steps.
    ///
    /// Includes moves of the containers that held it at the time, marked as implied. Throws
    /// ``TransferLogError/tooDeep(_:)`` for damaged or very deep nesting.
    public func history(of entity: EntityID, before cursor: EntryNumber?, limit: Int) throws -> [HistoryStep] {
        let newest = try newestEntry()?.rawValue ?? 0
        let end = min(cursor?.rawValue ?? .max, newest + 1)
        let marks = try trail(of: entity, after: 0, before: end, limit: limit, depth: 0)
        return try marks.map { mark in
            HistoryStep(
                entry: try entry(EntryNumber(rawValue: mark.entry)),
                seen: mark.isOwn ? .direct : .implied,
                voidedBy: try voiding(of: EntryNumber(rawValue: mark.entry))
            )
        }
    }

    /// The entries of the whole history of `record`, newest first.
    func historyEntries(of entity: EntityID) throws -> [EntryNumber] {
        let end = try (newestEntry()?.rawValue ?? 0) + 1
        return try trail(of: entity, after: 0, before: end, limit: .max, depth: 0)
            .map { EntryNumber(rawValue: $0.entry) }
    }

    private struct Mark {
        let entry: Int64
        let isOwn: Bool
    }

    private struct Step {
        let entry: Int64
        let container: EntityID?
    }

    /// The entries strictly between two numbers that affected the placement of `record`, newest first.
    ///
    /// For an enclosing container (`depth` above 0), only transfers are included.
    private func trail(
        of entity: EntityID,
        after low: Int64,
        before high: Int64,
        limit: Int,
        depth: Int
    ) throws -> [Mark] {
        guard depth <= Self.deepestNesting else { throw Self.tooDeep(try existing(entity)) }
        var marks: [Mark] = []
        var end = high
        while marks.count < limit, end > low + 1 {
            let transfer = try step(of: entity, before: end)
            let begin = max(transfer?.entry ?? 0, low)
            var interval: [Mark] = []
            if depth == 0 { interval += try others(of: entity, after: begin, before: end, limit: limit) }
            if let container = transfer?.container {
                interval += try trail(of: container, after: begin, before: end, limit: limit, depth: depth + 1)
                    .map { Mark(entry: $0.entry, isOwn: false) }
            }
            marks += interval.sorted { $0.entry > $1.entry }
            guard let transfer, transfer.entry > low else { break }
            marks.append(Mark(entry: transfer.entry, isOwn: true))
            end = transfer.entry
        }
        return Array(marks.prefix(limit))
    }

    /// The newest valid transfer of `record` before entry `end`.
    private func step(of entity: EntityID, before end: Int64) throws -> Step? {
        try db.first(
            """
            SELECT entry, CASE kind WHEN 'container' THEN place END FROM history
            WHERE record = ? AND entry < ? AND kind IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = history.entry)
            ORDER BY entry DESC LIMIT 1
            """,
            [.integer(entity.rawValue), .integer(end)]
        ) { Step(entry: $0.integer(0), container: $0.optionalEntity(1)) }
    }

    /// Other entries that name `record`: its registration, label prints, voided transfers.
    private func others(of entity: EntityID, after low: Int64, before high: Int64, limit: Int) throws -> [Mark] {
        let isShown = try isShownToBoth("history.entry")
        return try db.all(
            """
            SELECT entry FROM history
            WHERE record = ? AND entry > ? AND entry < ? AND \(isShown)
                AND (kind IS NULL OR EXISTS (SELECT 1 FROM voided WHERE voided.entry = history.entry))
            ORDER BY entry DESC LIMIT ?
            """,
            [.integer(entity.rawValue), .integer(low), .integer(high), .integer(Int64(limit))]
        ) { Mark(entry: $0.integer(0), isOwn: true) }
    }
}

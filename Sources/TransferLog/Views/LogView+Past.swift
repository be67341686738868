import GRDB
import LogTables
public import Vocabulary

public import struct Vocabulary.Entity

/// The past state of the log, by the times at which moves happened rather than when they were recorded.
extension LogView {
    func pastPlacement(of id: EntityID, at moment: Timestamp) throws -> DatedPlacement? {
        try db.first(
            "SELECT kind, place, entry, occurredAt FROM history WHERE record = ?1 AND entry = \(Self.standingEntry)",
            [.integer(id.rawValue), .integer(moment.microseconds)]
        ) { try Self.standing($0) }
    }

    /// SQL for the entry that determined the placement of entity `?1` at the moment `?2`.
    ///
    /// Entries are ordered by number, because a clock may have been set back between two of them. Only a back-dated
    /// entry is ordered by its time, as in the present: it counts unless a later move was already known. What was
    /// recorded before the clock was set back happened before that.
    static let standingEntry = """
        (
            WITH told (entry, occurredAt, isBackDated) AS (
                SELECT entry, happenedAt, isBackDated FROM (
                    SELECT *, CASE WHEN isBackDated = 1 THEN occurredAt ELSE min(occurredAt, coalesce(
                        (SELECT min(at) FROM clockStep WHERE clockStep.entry > history.entry), occurredAt
                    )) END AS happenedAt
                    FROM history WHERE record = ?1 AND kind IS NOT NULL
                ) AS history
                WHERE happenedAt <= ?2
                    AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = history.entry)
            ), seen (entry, occurredAt) AS (
                SELECT entry, occurredAt FROM told WHERE isBackDated = 0 ORDER BY entry DESC LIMIT 1
            )
            SELECT entry FROM (
                SELECT entry, occurredAt FROM seen
                UNION ALL SELECT entry, occurredAt FROM told
                    WHERE isBackDated = 1 AND entry > coalesce((SELECT entry FROM seen), 0)
                        AND occurredAt >= coalesce((SELECT occurredAt FROM seen), occurredAt)
            ) ORDER BY occurredAt DESC, entry DESC LIMIT 1
        )
        """

    /// The entities directly at, in or with `id` at `moment`, after `cursor`, at most `limit`.
    public func contents(
        of id: EntityID,
        at moment: Timestamp,
        after cursor: EntityID?,
        limit: Int
    ) throws -> [(Entity, DatedPlacement)] {
        var found: [(Entity, DatedPlacement)] = []
        try eachThing(at: id, at: moment, after: cursor) { subject, standing in
            found.append((try existing(subject), standing))
            return found.count < limit
        }
        return zip(try shown(found.map(\.0)), found.map(\.1)).map { ($0, $1) }
    }

    /// The number of entities in ``contents(of:at:after:limit:)``; each entity that was ever there is looked up.
    public func contentsCount(of id: EntityID, at moment: Timestamp) throws -> Int {
        var total = 0
        try eachThing(at: id, at: moment, after: nil) { _, _ in
            total += 1
            return true
        }
        return total
    }

    /// Calls `body` with each entity that was directly at, in or with `id` at `moment`, until it returns false.
    private func eachThing(
        at id: EntityID,
        at moment: Timestamp,
        after cursor: EntityID?,
        _ body: (EntityID, DatedPlacement) throws -> Bool
    ) throws {
        let candidates = try Int64.fetchCursor(
            db.cachedStatement(
                sql: "SELECT DISTINCT record FROM history WHERE place = ? AND record > ? ORDER BY record"
            ),
            arguments: [id.rawValue, cursor?.rawValue ?? 0]
        )
        while let candidate = try candidates.next() {
            let subject = EntityID(rawValue: candidate)
            guard try !hides(subject), let standing = try lastPlacement(of: subject, at: moment),
                standing.placement.place == id
            else { continue }
            guard try body(subject, standing) else { return }
        }
    }
}

import GRDB
public import Records

public import struct Records.Record

/// What was so at some moment, by the times at which things happened rather than those at which they were written.
extension LogView {
    func pastStanding(of id: RecordID, at moment: Timestamp) throws -> Standing? {
        try db.first(
            """
            SELECT kind, place, entry, occurredAt FROM history
            WHERE record = ? AND kind IS NOT NULL AND occurredAt <= ?
                AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = history.entry)
            ORDER BY occurredAt DESC, entry DESC LIMIT 1
            """,
            .integer(id.rawValue),
            .integer(moment.microseconds)
        ) { try Self.standing($0) }
    }

    /// What lay directly at, in or with `id` at `moment`, those after `cursor`, `limit` at most.
    public func contents(
        of id: RecordID,
        at moment: Timestamp,
        after cursor: RecordID?,
        limit: Int
    ) throws -> [(Record, Standing)] {
        let candidates = try Int64.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT DISTINCT record FROM history WHERE place = ? AND record > ? ORDER BY record
                    """
            ),
            arguments: [id.rawValue, cursor?.rawValue ?? 0]
        )
        var found: [(Record, Standing)] = []
        while found.count < limit, let candidate = try candidates.next() {
            let subject = RecordID(rawValue: candidate)
            if try hides(subject) { continue }
            if let standing = try standing(of: subject, at: moment), standing.placement.place == id {
                found.append((try existing(subject), standing))
            }
        }
        _ = try showing(found.map(\.0))
        return found
    }
}

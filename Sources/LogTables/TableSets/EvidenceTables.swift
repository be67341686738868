package import GRDB
package import Vocabulary

/// The commitments to readings and to the access record, and the extent of the newest entry that commits to them.
package enum EvidenceTables: TableSet {
    package static let derived = ["committedEvidence"]
    package static let stored = ["evidence"]

    package static func apply(_ entry: Entry, in db: Database, of log: EntryTable) throws {
        guard case .log(.evidenceCommitted(let head)) = entry.fact else { return }
        try db.run(
            """
            INSERT INTO committedEvidence (place, entry, readings, readingsHash, accesses, accessesHash)
            VALUES (1, ?, ?, ?, ?, ?)
            ON CONFLICT (place) DO UPDATE SET entry = excluded.entry, readings = excluded.readings,
                readingsHash = excluded.readingsHash, accesses = excluded.accesses,
                accessesHash = excluded.accessesHash
            """,
            [
                .integer(entry.number.rawValue), .integer(head.readings), .text(head.readingsHash),
                .integer(head.accesses), .text(head.accessesHash),
            ]
        )
    }
}

/// The record of who saw concealed entities, and the last known holders of roles.
package enum AccessTables: TableSet {
    package static let stored = ["access", "roleHolder"]
}

/// Uploaded files and the lines of them that were stored.
package enum UploadTables: TableSet {
    package static let stored = ["batch", "batchLine", "uploadedLine"]
}

import GRDB
import GRDBSQLite
import LogProof

/// What an entry can commit to beside the log, and how a row of it becomes bytes.
enum EvidenceSource: String, CaseIterable, Sendable {
    case reading, access

    /// A row, as far as it is still there.
    struct Row {
        let number: Int64
        /// When it was recorded, in microseconds since 1970.
        let at: Int64
        /// What a salted commitment is made of: all that can be erased.
        let secret: [UInt8]
        /// The rest, which stands in the running hash as it is.
        let open: CanonicalMembers
    }

    /// What is committed to of a row, apart from its number and time; the first of a reading is what it said.
    private var columns: [String] {
        switch self {
        case .reading:
            [
                "bytes", "symbology", "station", "scanner", "principal", "occurredAt", "transport", "ending", "role",
                "batch",
                "vendor", "product", "serial", "port",
            ]
        case .access: ["principal", "roles", "act", "route", "record", "level", "isGranted", "detail"]
        }
    }

    /// A subquery of number, time, and ``columns``.
    private var rows: String {
        let names = columns.joined(separator: ", ")
        return switch self {
        case .reading:
            "(SELECT number, recordedAt AS at, \(names) FROM reading LEFT JOIN device ON device.id = reading.device)"
        case .access: "(SELECT number, at, \(names) FROM access)"
        }
    }

    /// Rows after `?1`, oldest first, `?2` at most.
    var newRows: String { "SELECT * FROM \(rows) WHERE number > ?1 ORDER BY number LIMIT ?2" }

    /// The commitments after `?1` up to `?2`, oldest first: number, time, commitment and salt, then the row, if it is there.
    var committedRows: String {
        """
        SELECT evidence.number, evidence.at, evidence.commitment, evidence.salt, found.*
        FROM evidence LEFT JOIN \(rows) AS found ON found.number = evidence.number
        WHERE evidence.source = '\(rawValue)' AND evidence.number > ?1 AND evidence.number <= ?2 ORDER BY evidence.number
        """
    }

    /// The row that begins at `column`; nil where there is none.
    func row(_ row: SQLRow, from column: Int32 = 0) -> Row? {
        guard let number = row.optionalInteger(column) else { return nil }
        var members = CanonicalMembers()
        for (index, name) in columns.enumerated() {
            let place = column + 2 + Int32(index)
            switch row.type(place) {
            case SQLITE_INTEGER: members[name] = .integer(row.integer(place))
            case SQLITE_TEXT: members[name] = .string(row.text(place))
            default: break
            }
        }
        let isReading = self == .reading
        return Row(
            number: number,
            at: row.integer(column + 1),
            secret: isReading ? row.bytes(column + 2) : CanonicalJSON.object(members).bytes,
            open: isReading ? members : CanonicalMembers()
        )
    }
}

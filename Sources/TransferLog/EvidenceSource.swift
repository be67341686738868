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

    /// Number, time, and ``columns``.
    private var selection: String {
        let time = self == .reading ? "reading.recordedAt" : "access.at"
        return "\(rawValue).number, \(time), " + columns.joined(separator: ", ")
    }

    /// What a row refers to.
    private var join: String { self == .reading ? "LEFT JOIN device ON device.id = reading.device" : "" }

    /// Rows after `?1`, oldest first, `?2` at most.
    var newRows: String {
        """
        SELECT \(selection) FROM \(rawValue) \(join) WHERE \(rawValue).number > ?1 ORDER BY \(rawValue).number LIMIT ?2
        """
    }

    /// The commitments after `?1` up to `?2`, oldest first: number, time, commitment and salt, then the row, if it is there.
    var committedRows: String {
        """
        SELECT evidence.number, evidence.at, evidence.commitment, evidence.salt, \(selection)
        FROM evidence LEFT JOIN \(rawValue) ON \(rawValue).number = evidence.number \(join)
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

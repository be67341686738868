import GRDBSQLite
import LogEntries
import LogProof
import LogTables
import Vocabulary

/// A table outside the log to which entries commit, and the encoding of its rows.
enum EvidenceSource: String, CaseIterable, Sendable {
    case reading, access

    /// The parts of a row that still exist.
    struct Row {
        let number: Int64
        /// When it was recorded, in microseconds since 1970.
        let at: Int64
        /// The bytes of the salted commitment: everything that can be erased.
        let secret: [UInt8]
        /// The other members, which enter the running hash directly.
        let open: JSONMembers
    }

    /// The committed columns except number and time; the first one of a reading holds its bytes.
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

    /// A select list of number, time and ``columns``.
    private var selection: String {
        let time = self == .reading ? "reading.recordedAt" : "access.at"
        return "\(rawValue).number, \(time), " + columns.joined(separator: ", ")
    }

    /// The joins that the columns need.
    private var join: String { self == .reading ? "LEFT JOIN device ON device.id = reading.device" : "" }

    /// Rows after `?1`, oldest first, `?2` at most.
    var newRows: String {
        """
        SELECT \(selection) FROM \(rawValue) \(join) WHERE \(rawValue).number > ?1 ORDER BY \(rawValue).number LIMIT ?2
        """
    }

    /// The commitments after `?1` up to `?2`, oldest first: number, time, commitment and salt, then the row if it exists.
    var committedRows: String {
        """
        SELECT evidence.number, evidence.at, evidence.commitment, evidence.salt, \(selection)
        FROM evidence LEFT JOIN \(rawValue) ON \(rawValue).number = evidence.number \(join)
        WHERE evidence.source = '\(rawValue)' AND evidence.number > ?1 AND evidence.number <= ?2 ORDER BY evidence.number
        """
    }

    /// The row that begins at `column`; nil if it does not exist.
    func row(_ row: SQLRow, from column: Int32 = 0) -> Row? {
        guard let number = row.optionalInteger(column) else { return nil }
        var members = JSONMembers()
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
            secret: isReading ? row.bytes(column + 2) : JSONValue.object(members).canonicalBytes,
            open: isReading ? members : JSONMembers()
        )
    }
}

extension EvidenceHead {
    /// The running hash of `source`; nil if it is malformed.
    func chain(of source: EvidenceSource) -> EvidenceChain? {
        switch source {
        case .reading: EvidenceChain(number: readings, hexadecimal: readingsHash)
        case .access: EvidenceChain(number: accesses, hexadecimal: accessesHash)
        }
    }
}

public import Records

/// The position in a list that is ordered by a time of each record: after this record.
public struct MomentCursor: Sendable, Hashable, CustomStringConvertible {
    /// When the record was due, or its transit began.
    public let moment: Timestamp
    public let record: RecordID

    public init(moment: Timestamp, record: RecordID) {
        self.moment = moment
        self.record = record
    }

    /// Parses ``description``; nil for any other text.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let moment = Int64(parts[0]), let record = Int64(parts[1]), moment >= 0,
            record > 0
        else {
            return nil
        }
        self.init(moment: Timestamp(clamping: moment), record: RecordID(rawValue: record))
    }

    /// Microseconds since 1970, a hyphen and the number of the record.
    public var description: String { "\(moment.microseconds)-\(record)" }
}

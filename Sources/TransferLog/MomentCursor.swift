public import Records

/// Where a list of things in the order of a moment of each goes on: after that thing.
public struct MomentCursor: Sendable, Hashable, CustomStringConvertible {
    /// When the thing was due, or went on its way.
    public let moment: Timestamp
    public let record: RecordID

    public init(moment: Timestamp, record: RecordID) {
        self.moment = moment
        self.record = record
    }

    /// Reads ``description``; nil when it is anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let moment = Int64(parts[0]), let record = Int64(parts[1]), moment >= 0,
            record > 0
        else {
            return nil
        }
        self.init(moment: Timestamp(clamping: moment), record: RecordID(rawValue: record))
    }

    /// Microseconds since 1970, a hyphen and the number of the thing.
    public var description: String { "\(moment.microseconds)-\(record)" }
}

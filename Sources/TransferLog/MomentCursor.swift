public import Records

/// Where a list of what is overdue goes on: after the thing that was due then.
public struct OverdueCursor: Sendable, Hashable, CustomStringConvertible {
    public let due: Timestamp
    public let record: RecordID

    public init(due: Timestamp, record: RecordID) {
        self.due = due
        self.record = record
    }

    /// Reads ``description``; nil when it is anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let due = Int64(parts[0]), let record = Int64(parts[1]), due >= 0, record > 0 else {
            return nil
        }
        self.init(due: Timestamp(clamping: due), record: RecordID(rawValue: record))
    }

    /// Microseconds since 1970, a hyphen and the number of the thing.
    public var description: String { "\(due.microseconds)-\(record)" }
}

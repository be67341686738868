public import Records

/// A query for a concealed record.
public struct Disclosure: Sendable, Hashable {
    public let record: RecordID
    public let level: Restriction.Level
    /// Whether the record was shown, or treated as nonexistent.
    public let isShown: Bool

    public init(record: RecordID, level: Restriction.Level, isShown: Bool) {
        self.record = record
        self.level = level
        self.isShown = isShown
    }
}

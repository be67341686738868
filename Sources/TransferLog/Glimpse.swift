public import Records

/// That a thing which is kept from some was asked for.
public struct Glimpse: Sendable, Hashable {
    public let record: RecordID
    public let level: Restriction.Level
    /// Whether it was shown, or answered for as if it were not there.
    public let isShown: Bool

    public init(record: RecordID, level: Restriction.Level, isShown: Bool) {
        self.record = record
        self.level = level
        self.isShown = isShown
    }
}

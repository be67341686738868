public import TransferLog

/// A stored reading and how it ended.
public struct ReadingLine: Sendable, Hashable {
    public let stored: StoredReading
    /// nil while nobody interpreted it.
    public let outcome: StoredOutcome?
}

public import TransferLog

/// A stored reading with its outcome.
public struct ReadingSummary: Sendable, Hashable {
    public let stored: StoredReading
    /// The outcome; nil until the reading is interpreted.
    public let outcome: StoredOutcome?
}

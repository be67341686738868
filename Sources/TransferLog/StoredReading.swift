public import Records

/// A reading with its number and the time at which it was stored.
public struct StoredReading: Sendable, Hashable {
    public let number: ReadingNumber
    public let reading: Reading
    /// When the scanner saw it; the time of storing where the scanner has no clock.
    public let occurredAt: Timestamp
    public let recordedAt: Timestamp
}

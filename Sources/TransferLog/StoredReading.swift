public import Records

/// A reading with its number and the time at which it was stored.
public struct StoredReading: Sendable, Hashable {
    public let number: ReadingNumber
    public let reading: Reading
    /// When the scanner saw it; the time of storing where the scanner has no clock.
    public let occurredAt: Timestamp
    public let recordedAt: Timestamp
    /// The file that it came in; nil when it came by itself.
    public let batch: BatchNumber?

    public init(
        number: ReadingNumber,
        reading: Reading,
        occurredAt: Timestamp,
        recordedAt: Timestamp,
        batch: BatchNumber? = nil
    ) {
        self.number = number
        self.reading = reading
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.batch = batch
    }
}

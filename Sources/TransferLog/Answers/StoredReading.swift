public import Vocabulary

/// A reading with its number and the time at which it was stored.
public struct StoredReading: Sendable, Hashable {
    public let number: ReadingNumber
    public let reading: Reading
    /// When the scanner read it; the time of storage if the scanner has no clock.
    public let occurredAt: Timestamp
    public let recordedAt: Timestamp
    /// The uploaded file that contained it; nil for a direct reading.
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

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

/// The outcome of a reading as stored, without text about people or entities.
public struct StoredOutcome: Sendable, Hashable {
    public let verdict: Verdict
    /// A stable identifier of the result or of the reason for a refusal.
    public let kind: String
    /// The last entry that resulted from the reading.
    public let entry: EntryNumber?

    public init(verdict: Verdict, kind: String, entry: EntryNumber?) {
        self.verdict = verdict
        self.kind = kind
        self.entry = entry
    }
}

/// The reply of a station to a reading.
public struct StationReading: Sendable, Hashable {
    public let reading: ReadingNumber
    /// The run of the session to which it belongs.
    public let run: Int
    public let verdict: Verdict
    public let kind: String
    public let message: String
    public let entity: EntityID?
    /// The entries that resulted from it.
    public let entries: ClosedRange<EntryNumber>?
    /// Whether they were undone at the station.
    public let isUndone: Bool

    public init(
        reading: ReadingNumber,
        run: Int,
        verdict: Verdict,
        kind: String,
        message: String,
        entity: EntityID?,
        entries: ClosedRange<EntryNumber>?,
        isUndone: Bool = false
    ) {
        self.reading = reading
        self.run = run
        self.verdict = verdict
        self.kind = kind
        self.message = message
        self.entity = entity
        self.entries = entries
        self.isUndone = isUndone
    }
}

public import Vocabulary

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

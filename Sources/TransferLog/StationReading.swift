public import Records

/// What was told of a reading at a station.
public struct StationReading: Sendable, Hashable {
    public let reading: ReadingNumber
    /// The run of the session that it belongs to.
    public let run: Int
    public let verdict: Verdict
    public let kind: String
    public let message: String
    public let record: RecordID?
    /// The entries that it led to.
    public let entries: ClosedRange<EntryNumber>?
    /// Whether they were taken back here.
    public let isUndone: Bool

    public init(
        reading: ReadingNumber,
        run: Int,
        verdict: Verdict,
        kind: String,
        message: String,
        record: RecordID?,
        entries: ClosedRange<EntryNumber>?,
        isUndone: Bool = false
    ) {
        self.reading = reading
        self.run = run
        self.verdict = verdict
        self.kind = kind
        self.message = message
        self.record = record
        self.entries = entries
        self.isUndone = isUndone
    }
}

public import Records
import TransferLog

/// How a reading ended, as the clerk is told.
public struct ReadingOutcome: Sendable, Hashable {
    public let reading: ReadingNumber
    public let station: StationName
    public let verdict: Verdict
    /// A stable word for what happened or why not.
    public let kind: String
    /// One line that a clerk understands at a glance.
    public let message: String
    /// The thing that was scanned; nil when it is not known.
    public let record: Record?
    /// The last entry that the reading led to.
    public let entry: EntryNumber?
    /// What the station prints now; nil when nothing, and when the reading was handled before.
    public var paper: StationPaper?
}

extension ReadingOutcome {
    /// What was told of a stored reading.
    init(_ told: Told, of stored: StoredReading) {
        self.init(
            reading: stored.number,
            station: stored.reading.station,
            verdict: told.verdict,
            kind: told.kind,
            message: told.message,
            record: told.record,
            entry: told.entry,
            paper: told.paper
        )
    }
}

public import Records
import TransferLog

/// How a reading ended, as the clerk is told.
public struct ReadingOutcome: Sendable, Hashable {
    /// What the screen of a station says of a reading.
    public struct Screen: Sendable, Hashable {
        public let verdict: Verdict
        public let kind: String
        public let message: String
    }

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
    /// For everybody who may know of the thing that was scanned; nil when it is what the clerk is told.
    public var screen: Screen?
    /// What the station prints now; nil when nothing, and when the reading was handled before.
    public var paper: StationPaper?
}

extension ReadingOutcome {
    /// What was told of a stored reading, and what its screen says.
    init(_ told: Told, onScreen words: Told.Words? = nil, of stored: StoredReading) {
        self.init(
            reading: stored.number,
            station: stored.reading.station,
            verdict: told.verdict,
            kind: told.kind,
            message: told.message,
            record: told.record,
            entry: told.entry,
            screen: words.map { Screen(verdict: $0.verdict, kind: $0.kind, message: $0.message) },
            paper: told.paper
        )
    }
}

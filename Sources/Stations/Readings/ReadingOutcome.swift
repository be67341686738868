public import Circulation
public import Localization
import TransferLog
public import Vocabulary

/// The outcome of a reading, as reported to the clerk.
public struct ReadingOutcome: Sendable, Hashable {
    /// The text that a station's screen shows for a reading.
    public struct Screen: Sendable, Hashable {
        public let verdict: Verdict
        public let kind: String
        public let message: Message
    }

    public let reading: ReadingNumber
    public let station: StationName
    public let verdict: Verdict
    /// A stable word for the result or the refusal.
    public let kind: String
    /// One line that a clerk understands at a glance.
    public let message: Message
    /// The scanned entity; nil if it is unknown.
    public let entity: Entity?
    /// The last entry that the reading led to.
    public let entry: EntryNumber?
    /// The text for everyone with clearance for the scanned entity; nil if it equals the clerk's.
    public var screen: Screen?
    /// What the station prints now; nil if nothing or if the reading was handled before.
    public var paper: StationPaper?
}

extension ReadingOutcome {
    /// Creates the outcome of a stored reading from the clerk's reply and the text for the screen.
    init(_ reply: StationReply, onScreen words: StationReply.Words? = nil, of stored: StoredReading) {
        self.init(
            reading: stored.number,
            station: stored.reading.station,
            verdict: reply.verdict,
            kind: reply.kind,
            message: reply.message,
            entity: reply.entity,
            entry: reply.entry,
            screen: words.map { Screen(verdict: $0.verdict, kind: $0.kind, message: $0.message) },
            paper: reply.paper
        )
    }
}

public import TransferLog
public import Vocabulary

/// The result for one line of a file of readings.
public struct BatchTaken: Sendable, Hashable {
    public enum Fate: Sendable, Hashable {
        /// The line was stored and interpreted.
        case interpreted(ReadingOutcome)
        /// An earlier file contained the line.
        ///
        /// The outcome is nil while the reading is not interpreted.
        case before(ReadingNumber, StoredOutcome?)
        /// The line could not be stored.
        case refused(Refusal)
    }

    public let line: BatchSummary
    public let fate: Fate
}

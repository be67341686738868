public import Records
public import TransferLog

/// What became of one line of a file of readings.
public struct BatchTaken: Sendable, Hashable {
    public enum Fate: Sendable, Hashable {
        /// It was stored and interpreted.
        case interpreted(ReadingOutcome)
        /// An earlier file had it; this is how it ended then, nil while it has not.
        case before(ReadingNumber, StoredOutcome?)
        /// It could not be stored.
        case refused(Refusal)
    }

    public let line: BatchLine
    public let fate: Fate
}

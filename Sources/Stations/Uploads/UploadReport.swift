public import Circulation
public import ReadingFiles
public import TransferLog
public import Vocabulary

/// The result of taking a file of readings.
public struct UploadReport: Sendable, Hashable {
    /// The first batch of the file, which has one for each source; nil if earlier files contained every line.
    public let batch: BatchNumber?
    public let format: ReadingFileFormat
    /// Whether the file gives the times of its lines.
    ///
    /// Lines without times count as read now.
    public let hasTimes: Bool
    /// The lines in replay order.
    public let lines: [UploadedLine]
}

/// The result for one line of a file of readings.
public struct UploadedLine: Sendable, Hashable {
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

    public let line: ReadingFileLine
    public let fate: Fate
}

/// How to treat lines that an earlier file seems to contain.
public enum UploadRepetition: Sendable, Hashable {
    /// Skip them.
    ///
    /// A file is refused if they cannot be identified with certainty.
    case detected
    /// Treat them as the lines of the earlier file, even if their order or what follows them differs.
    case same
    /// Treat every line as a new reading.
    ///
    /// A file is taken once for each text.
    case again(String)
}

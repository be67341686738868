public import Localization
public import Vocabulary

/// Options for a file of readings that the file itself does not state.
public struct ReadingFileOptions: Sendable {
    /// The order in which a date of three numbers is written.
    public enum DateOrder: String, Sendable, Hashable, CaseIterable {
        case dayFirst = "dmy"
        case monthFirst = "mdy"
        case yearFirst = "ymd"
    }

    /// The format; nil to detect it.
    public var format: ReadingFileFormat?
    /// The order of dates; nil to infer it from the dates of the file and to refuse ambiguous dates.
    public var dates: DateOrder?
    /// The clock that the terminal was set to.
    public var clock: LocalClock
    /// The meaning of the columns in a CSV file; nil to infer it from the header or the rows.
    public var columns: [ColumnMeaning]?
    /// Whether all lines come from one terminal.
    ///
    /// They can then be sorted by time, whatever their order in the file.
    public var isOfOneTerminal: Bool
    /// Whether to accept readings that are years old.
    public var acceptsOldTimes: Bool
    /// The daemon's current time; nil to skip the check of the readings' age.
    public var now: Timestamp?

    public init(
        format: ReadingFileFormat? = nil,
        dates: DateOrder? = nil,
        clock: LocalClock = .utc,
        columns: [ColumnMeaning]? = nil,
        isOfOneTerminal: Bool = false,
        acceptsOldTimes: Bool = false,
        now: Timestamp? = nil
    ) {
        self.format = format
        self.dates = dates
        self.clock = clock
        self.columns = columns
        self.isOfOneTerminal = isOfOneTerminal
        self.acceptsOldTimes = acceptsOldTimes
        self.now = now
    }
}

/// The file formats in which portable terminals upload readings.
public enum ReadingFileFormat: String, Sendable, Hashable, CaseIterable {
    /// One code a line, without times.
    case lines
    /// Comma-, semicolon- or tab-separated values (RFC 4180), with or without a header, with or without times.
    case csv
    /// The portable scanner format of OpenText Content Manager: the scanner's name, `DATEyymmdd`, `TIMEhhmmss`, then
    /// the codes.
    ///
    /// The prefix `S` marks a place, `R` an item or container.
    case portable
}

/// The reason why a file of readings is refused as a whole.
public enum ReadingFileError: Error, Sendable, Hashable, MessageConvertible {
    case tooLong
    case tooManyLines
    /// The file contains no code.
    case empty
    /// The file is UTF-16 or not text.
    case notText
    /// The line with this number cannot be parsed, for this reason.
    case wrongLine(Int, Message)

    /// The English text.
    public var description: String { message.english }

    public var message: Message {
        switch self {
        case .tooLong:
            Message(
                "cannot take the file: it has more than {count} byte; split it",
                plural: "cannot take the file: it has more than {count} bytes; split it",
                count: ReadingFile.longest
            )
        case .tooManyLines:
            Message(
                "cannot take the file: it has more than {count} code; split it",
                plural: "cannot take the file: it has more than {count} codes; split it",
                count: ReadingFile.mostLines
            )
        case .empty: Message("cannot take the file: there is no code in it")
        case .notText: Message("cannot take the file: it is no text of one byte a character; save it as UTF-8")
        case .wrongLine(let number, let reason):
            Message("cannot take the file: line \(.number(Int64(number)), "line"): \(reason, "reason")")
        }
    }
}

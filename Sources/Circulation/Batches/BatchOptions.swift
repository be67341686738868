public import Vocabulary

/// Options for a file of readings that the file itself does not state.
public struct BatchOptions: Sendable {
    /// The order in which a date of three numbers is written.
    public enum DateOrder: String, Sendable, Hashable, CaseIterable {
        case dayFirst = "dmy"
        case monthFirst = "mdy"
        case yearFirst = "ymd"
    }

    /// The format; nil to detect it.
    public var format: BatchFormat?
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
        format: BatchFormat? = nil,
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

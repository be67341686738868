public import Records

/// What a file of readings does not say of itself.
public struct BatchOptions: Sendable {
    /// The order in which a date of three numbers is written.
    public enum DateOrder: String, Sendable, Hashable, CaseIterable {
        case dayFirst = "dmy"
        case monthFirst = "mdy"
        case yearFirst = "ymd"
    }

    /// nil to tell it from the file.
    public var format: BatchFormat?
    /// nil to tell it from the dates of the file, and to refuse dates that fit several orders.
    public var dates: DateOrder?
    /// The clock that the terminal was set by.
    public var clock: LocalClock
    /// What stands in the columns of separated values; nil to take it from the header, or from what the rows look like.
    public var columns: [ColumnMeaning]?
    /// All lines come from one terminal, so that they can be sorted by their times whatever order they have.
    public var isOfOneTerminal: Bool
    /// Takes readings that are years old.
    public var acceptsOldTimes: Bool
    /// What the daemon's clock shows; nil where the age of readings does not matter.
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

public import Records

/// What a file of readings does not say of itself.
public struct BatchOptions: Sendable {
    /// In which order dates with slashes are written.
    public enum DateOrder: String, Sendable, Hashable, CaseIterable {
        case dayFirst = "dmy"
        case monthFirst = "mdy"
    }

    /// nil to tell it from the file.
    public var format: BatchFormat?
    /// nil where no such date is expected.
    public var dates: DateOrder?
    /// The clock that the terminal was set by.
    public var clock: LocalClock

    public init(format: BatchFormat? = nil, dates: DateOrder? = nil, clock: LocalClock = .utc) {
        self.format = format
        self.dates = dates
        self.clock = clock
    }
}

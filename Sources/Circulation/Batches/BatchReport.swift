public import Records

/// What became of a file of readings.
public struct BatchReport: Sendable, Hashable {
    /// nil when earlier files had every line.
    public let batch: BatchNumber?
    public let format: BatchFormat
    /// In the order in which they were replayed.
    public let lines: [BatchTaken]
}

public import Records

/// What became of a file of readings.
public struct BatchReport: Sendable, Hashable {
    /// The first of the file, which has one for each source; nil when earlier files had every line.
    public let batch: BatchNumber?
    public let format: BatchFormat
    /// Whether the file said when its lines were read; otherwise they count as read now.
    public let hasTimes: Bool
    /// In the order in which they were replayed.
    public let lines: [BatchTaken]
}

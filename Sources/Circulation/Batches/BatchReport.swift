public import Vocabulary

/// The result of taking a file of readings.
public struct BatchReport: Sendable, Hashable {
    /// The first batch of the file, which has one for each source; nil if earlier files contained every line.
    public let batch: BatchNumber?
    public let format: BatchFormat
    /// Whether the file gives the times of its lines.
    ///
    /// Lines without times count as read now.
    public let hasTimes: Bool
    /// The lines in replay order.
    public let lines: [BatchTaken]
}

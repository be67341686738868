/// The result of taking a file of readings, in the order in which they were read.
public struct BatchResource: WireValue {
    /// The batch number, or the first one of a file with several terminals or users; null if every line was taken
    /// before.
    public let batch: Int64?
    /// `lines`, `csv` or `portable`.
    public let format: String
    /// Whether the file gives the times of its lines.
    ///
    /// Lines without times count as read now.
    public let hasTimes: Bool
    public let accepted: Int
    public let attention: Int
    public let refused: Int
    /// The number of lines for which the log has a newer placement.
    public let conflicts: Int
    /// The number of lines that an earlier file contained.
    public let takenBefore: Int
    public let results: [BatchLineResource]

    public init(
        batch: Int64?,
        format: String,
        hasTimes: Bool,
        accepted: Int,
        attention: Int,
        refused: Int,
        conflicts: Int,
        takenBefore: Int,
        results: [BatchLineResource]
    ) {
        self.batch = batch
        self.format = format
        self.hasTimes = hasTimes
        self.accepted = accepted
        self.attention = attention
        self.refused = refused
        self.conflicts = conflicts
        self.takenBefore = takenBefore
        self.results = results
    }
}

/// What became of a file of readings, in the order in which they were read.
public struct BatchResource: Sendable, Hashable, Codable {
    /// Its number, the first of a file of several terminals or users; null when every line was taken before.
    public let batch: Int64?
    /// `lines`, `csv` or `portable`.
    public let format: String
    /// Whether the file says when its lines were read; otherwise they count as read now.
    public let hasTimes: Bool
    public let accepted: Int
    public let attention: Int
    public let refused: Int
    /// How many of them the log knows something newer about.
    public let conflicts: Int
    /// How many an earlier file had.
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

    private enum CodingKeys: String, CodingKey {
        case batch
        case format
        case hasTimes
        case accepted
        case attention
        case refused
        case conflicts
        case takenBefore
        case results
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(batch, forKey: .batch)
        try container.encode(format, forKey: .format)
        try container.encode(hasTimes, forKey: .hasTimes)
        try container.encode(accepted, forKey: .accepted)
        try container.encode(attention, forKey: .attention)
        try container.encode(refused, forKey: .refused)
        try container.encode(conflicts, forKey: .conflicts)
        try container.encode(takenBefore, forKey: .takenBefore)
        try container.encode(results, forKey: .results)
    }
}

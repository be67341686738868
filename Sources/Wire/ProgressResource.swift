/// How far a long request is.
public struct ProgressResource: Sendable, Hashable, Codable {
    /// What is being done: `receiving`, `copying`, `file`, `entries`, `tables`, `replaying`, or a stage that a later
    /// version adds; null before the first.
    public let stage: String?
    /// Bytes, pages or entries of this stage that are done.
    public let done: Int64
    /// How many there are; null when that is not known.
    public let total: Int64?

    public init(stage: String?, done: Int64, total: Int64?) {
        self.stage = stage
        self.done = done
        self.total = total
    }

    private enum CodingKeys: String, CodingKey {
        case stage
        case done
        case total
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(stage, forKey: .stage)
        try container.encode(done, forKey: .done)
        try container.encode(total, forKey: .total)
    }
}

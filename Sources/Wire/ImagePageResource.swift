/// One page of an image file.
public struct ImagePageResource: Sendable, Hashable, Codable {
    /// Counted from 1.
    public let number: Int
    /// In pixels, 0 when it cannot be read.
    public let width: Int
    /// In pixels, 0 when it cannot be read.
    public let height: Int
    /// Why it cannot be read.
    public let problem: String?

    public init(number: Int, width: Int, height: Int, problem: String?) {
        self.number = number
        self.width = width
        self.height = height
        self.problem = problem
    }

    private enum CodingKeys: String, CodingKey {
        case number
        case width
        case height
        case problem
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(number, forKey: .number)
        try container.encode(width, forKey: .width)
        try container.encode(height, forKey: .height)
        try container.encode(problem, forKey: .problem)
    }
}

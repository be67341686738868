/// One page of an image file.
public struct ImagePageResource: Sendable, Hashable, Codable {
    /// The page number, from 1.
    public let number: Int
    /// The width in pixels; 0 if the page cannot be decoded.
    public let width: Int
    /// The height in pixels; 0 if the page cannot be decoded.
    public let height: Int
    /// Why the page cannot be decoded.
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

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(number, forKey: .number)
        try container.encode(width, forKey: .width)
        try container.encode(height, forKey: .height)
        try container.encode(problem, forKey: .problem)
    }
}

/// The result of verifying a stored document.
public struct DocumentCheckResource: Sendable, Hashable, Codable {
    public let entry: Int64
    /// The file's hash according to the log, hexadecimal.
    public let sha256: String
    /// Whether the file exists with this length and this hash.
    public let isSound: Bool
    /// What is wrong with the file.
    public let problem: String?

    public init(entry: Int64, sha256: String, isSound: Bool, problem: String?) {
        self.entry = entry
        self.sha256 = sha256
        self.isSound = isSound
        self.problem = problem
    }

    private enum CodingKeys: String, CodingKey {
        case entry
        case sha256
        case isSound
        case problem
    }

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entry, forKey: .entry)
        try container.encode(sha256, forKey: .sha256)
        try container.encode(isSound, forKey: .isSound)
        try container.encode(problem, forKey: .problem)
    }
}

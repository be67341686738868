/// Whether a stored document is what was scanned.
public struct DocumentCheckResource: Sendable, Hashable, Codable {
    public let entry: Int64
    /// What the log says that the file is, hexadecimal.
    public let sha256: String
    /// Whether the file is there, with this length and this hash.
    public let isSound: Bool
    /// What is wrong with it.
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

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entry, forKey: .entry)
        try container.encode(sha256, forKey: .sha256)
        try container.encode(isSound, forKey: .isSound)
        try container.encode(problem, forKey: .problem)
    }
}

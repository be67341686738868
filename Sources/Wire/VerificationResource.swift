/// What a verification of the whole log found.
public struct VerificationResource: Sendable, Hashable, Codable {
    /// Whether nothing was found.
    public let isSound: Bool
    /// Entries that were gone through.
    public let entries: Int64
    /// Root of the tree over them, base64.
    public let root: String
    /// What does not fit, in words.
    public let problems: [String]

    public init(
        isSound: Bool,
        entries: Int64,
        root: String,
        problems: [String]
    ) {
        self.isSound = isSound
        self.entries = entries
        self.root = root
        self.problems = problems
    }
}

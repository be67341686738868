/// What a verification of the whole log found.
public struct VerificationResource: Sendable, Hashable, Codable {
    /// Whether nothing was found.
    public let isSound: Bool
    /// Entries that were gone through.
    public let entries: Int64
    /// Root of the tree over them, base64.
    public let root: String
    /// What does not fit, in words; the first 100 or so.
    public let problems: [String]
    /// How many problems were found.
    public let total: Int
    /// Whether all of them are listed, and nothing kept the check from looking for more.
    public let complete: Bool

    public init(
        isSound: Bool,
        entries: Int64,
        root: String,
        problems: [String],
        total: Int,
        complete: Bool
    ) {
        self.isSound = isSound
        self.entries = entries
        self.root = root
        self.problems = problems
        self.total = total
        self.complete = complete
    }
}

/// The result of verifying the whole log.
public struct VerificationResource: WireValue {
    /// Whether no problem was found.
    public let isSound: Bool
    /// The number of entries verified.
    public let entries: Int64
    /// The root hash of the tree over them, in base64.
    public let root: String
    /// The problems, in words; the first 100 or so.
    public let problems: [String]
    /// The number of problems.
    public let total: Int
    /// Whether all problems are listed and the verification was completed.
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

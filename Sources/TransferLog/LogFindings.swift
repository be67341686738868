public import LogProof

/// What a verification of the whole log found.
public struct LogFindings: Sendable, Hashable {
    /// Entries that were gone through.
    public let entries: Int64
    /// The size and root of the tree that they make.
    public let head: TreeHead
    /// What does not fit, in words, the first of it where it is much; empty when all is well.
    public let problems: [String]
    /// How many problems were found.
    public let total: Int
    /// Whether every problem that was found is in ``problems``, and the check went through the whole log.
    public let isComplete: Bool
    /// The first of the problems; nil when all is well.
    public let trouble: TransferLogError?

    public init(
        entries: Int64,
        head: TreeHead,
        problems: [String],
        total: Int? = nil,
        isComplete: Bool = true,
        trouble: TransferLogError? = nil
    ) {
        self.entries = entries
        self.head = head
        self.problems = problems
        self.total = total ?? problems.count
        self.isComplete = isComplete
        self.trouble = trouble ?? problems.first.map { .damaged($0) }
    }
}

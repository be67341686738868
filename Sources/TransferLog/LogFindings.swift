public import LogProof

/// What a verification of the whole log found.
public struct LogFindings: Sendable, Hashable {
    /// Entries that were gone through.
    public let entries: Int64
    /// The size and root of the tree that they make.
    public let head: TreeHead
    /// What does not fit, in words; empty when all is well.
    public let problems: [String]
    /// The first of the problems; nil when all is well.
    public let trouble: TransferLogError?

    public init(entries: Int64, head: TreeHead, problems: [String], trouble: TransferLogError? = nil) {
        self.entries = entries
        self.head = head
        self.problems = problems
        self.trouble = trouble ?? problems.first.map { .damaged($0) }
    }
}

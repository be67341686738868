public import Localization
public import LogProof

/// The result of verifying the whole log.
public struct LogFindings: Sendable, Hashable {
    /// The number of entries verified.
    public let entries: Int64
    /// The size and root of the tree over these entries.
    public let head: TreeHead
    /// Descriptions of the problems, only the first ones if there are many; empty when there are none.
    public let problems: [Message]
    /// The number of problems found.
    public let total: Int
    /// Whether ``problems`` contains all problems found, and the verification covered the whole log.
    public let isComplete: Bool
    /// The first problem; nil when there is none.
    public let trouble: TransferLogError?

    public init(
        entries: Int64,
        head: TreeHead,
        problems: [Message],
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

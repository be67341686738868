/// How a run of labels goes on.
public struct BatchResumeRequest: Sendable, Hashable, Codable {
    /// What the clerk found: `print` (the labels in doubt are not there) or `keep` (they are).
    public let inDoubt: String?
    /// When to answer: `printed` (when absent) or `accepted`.
    public let until: String?

    public init(
        inDoubt: String? = nil,
        until: String? = nil
    ) {
        self.inDoubt = inDoubt
        self.until = until
    }
}

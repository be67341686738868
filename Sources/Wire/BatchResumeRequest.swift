/// How a run of labels goes on.
public struct BatchResumeRequest: Sendable, Hashable, Codable {
    /// What the clerk found: `print` (the labels in doubt are not there) or `keep` (they are).
    public let inDoubt: String?
    /// When to answer: `printed` (when absent), `accepted` or `begun`.
    public let until: String?
    /// Kinds of trouble that are not to keep it from printing from now on, as for printing.
    public let despite: [String]?

    public init(
        inDoubt: String? = nil,
        until: String? = nil,
        despite: [String]? = nil
    ) {
        self.inDoubt = inDoubt
        self.until = until
        self.despite = despite
    }
}

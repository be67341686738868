/// A request to resume a print run.
public struct BatchResumeRequest: WireValue {
    /// The clerk's decision about doubtful labels: `print` (they were not printed) or `keep` (they were).
    public let inDoubt: String?
    /// When to respond: `printed` (the default), `accepted` or `begun`.
    public let until: String?
    /// Kinds of printer trouble that do not prevent printing from now on, as in a print request.
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
